" ALE finds this file by itself, for every buffer of filetype newsmark.
call ale#Set('newsmark_executable', 'newsmark')

function! ale_linters#newsmark#newsmark#ProjectRoot(buffer) abort
  let l:stylebook = ale#path#FindNearestFile(a:buffer, 'stylebook.news')
  let l:git = ale#path#FindNearestDirectory(a:buffer, '.git')

  return !empty(l:git) ? fnamemodify(l:git, ':h:h')
        \ : fnamemodify(!empty(l:stylebook) ? l:stylebook : bufname(a:buffer), ':p:h')
endfunction

call ale#linter#Define('newsmark', {
      \ 'name': 'newsmark',
      \ 'lsp': 'stdio',
      \ 'executable': {buffer -> ale#Var(buffer, 'newsmark_executable')},
      \ 'command': '%e serve',
      \ 'language': 'newsmark',
      \ 'project_root': function('ale_linters#newsmark#newsmark#ProjectRoot'),
      \ })
