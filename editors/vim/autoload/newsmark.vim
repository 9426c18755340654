" Jumping between quotations: the server is asked where to go, Vim goes there.

function! newsmark#Jump(command) abort
  if !exists('*ale#lsp_linter#SendRequest') && empty(globpath(&runtimepath, 'autoload/ale/lsp_linter.vim'))
    echo 'Jumping between quotations needs ALE'
    return
  endif
  " LSP counts UTF-16 units from the start of the line.
  let l:before = strpart(getline('.'), 0, col('.') - 1)
  let l:units = strchars(l:before) + len(filter(split(l:before, '\zs'), 'char2nr(v:val) > 0xFFFF'))
  let l:place = {
        \ 'textDocument': {'uri': ale#path#ToFileURI(expand('%:p'))},
        \ 'position': {'line': line('.') - 1, 'character': l:units},
        \ }
  let l:request = [0, 'workspace/executeCommand', {'command': 'newsmark.' . a:command, 'arguments': [l:place]}]
  call ale#lsp_linter#SendRequest(bufnr(''), 'newsmark', l:request, function('s:Go', [bufnr('')]))
endfunction

function! s:Go(buffer, response) abort
  let l:found = get(a:response, 'result', v:null)
  if type(l:found) isnot v:t_dict
    echo 'No further quotation'
    return
  endif
  let l:start = l:found.range.start
  normal! m'
  call cursor(l:start.line + 1, 1)
  call cursor(l:start.line + 1, s:Bytes(getline('.'), l:start.character) + 1)
endfunction

function! s:Bytes(line, units) abort
  let l:bytes = 0
  let l:left = a:units
  for l:character in split(a:line, '\zs')
    if l:left <= 0
      break
    endif
    let l:left -= char2nr(l:character) > 0xFFFF ? 2 : 1
    let l:bytes += len(l:character)
  endfor
  return l:bytes
endfunction
