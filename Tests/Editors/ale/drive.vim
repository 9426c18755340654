" ALE opens, questions, repairs and saves an article; what it shows goes into the answer.
set nomore shortmess+=AFIWc updatetime=100
let s:plan = json_decode(join(readfile($DESK_PLAN), "\n"))
let s:seen = {}
" ALE 3.3 counts bytes, so it is asked about a mention with nothing but ASCII before it.
let s:plan.places.mention = s:plan.places.early
let g:ale_lint_delay = 0
let g:ale_hover_to_preview = 1
let g:ale_set_loclist = 1

function! s:Wait(condition, milliseconds) abort
  let l:left = a:milliseconds
  while l:left > 0 && !eval(a:condition)
    sleep 50m
    let l:left -= 50
  endwhile
endfunction

function! s:Go(name, further) abort
  execute 'buffer' s:buffer
  silent! only
  let l:place = s:plan.places[a:name]
  call cursor(l:place.line + 1, l:place.octets + 1 + a:further)
endfunction

function! s:Text() abort
  return join(getbufline(s:buffer, 1, '$'), "\n") . "\n"
endfunction

function! s:Restore(text) abort
  silent call deletebufline(s:buffer, 1, '$')
  call setbufline(s:buffer, 1, split(a:text, "\n", 1)[:-2])
  call ale#Queue(0)
  sleep 500m
endfunction

" What the list of findings shows, which is what :lopen would.
function! s:Findings() abort
  return map(getloclist(bufwinid(s:buffer)), '{"line": v:val.lnum - 1, "text": v:val.text}')
endfunction

function! s:Preview() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      return join(getbufline(winbufnr(l:window), 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

function! s:Others() abort
  let l:lines = []
  for l:window in range(1, winnr('$'))
    if winbufnr(l:window) != s:buffer
      let l:lines += getbufline(winbufnr(l:window), 1, '$')
    endif
  endfor
  return l:lines
endfunction

function! DeskNote() abort
  let s:items = complete_info(['items']).items
  return ''
endfunction

function! s:Complete() abort
  let l:before = s:Text()
  let s:items = []
  setlocal omnifunc=ale#completion#OmniFunc completeopt=menuone
  call s:Go('unfinished', 0)
  call feedkeys("A\<C-x>\<C-o>\<C-r>=DeskNote()\<CR>\<C-y>\<Esc>", 'tx')
  let l:seen = {'labels': map(copy(s:items), 'v:val.word'), 'line': getline('.')}
  call s:Restore(l:before)
  return l:seen
endfunction

" The keys of the file type, from the top: next, next, next, previous.
function! s:Jump() abort
  let l:reached = []
  call cursor(1, 1)
  for l:keys in [']q', ']q', ']q', '[q']
    let l:from = getpos('.')
    execute 'normal' l:keys
    let s:from = l:from
    call s:Wait('getpos(".") != s:from', 4000)
    call add(l:reached, line('.') - 1)
  endfor
  return {'by': 'the keys of the file type: the server''s command, and the place that it returns', 'reached': l:reached}
endfunction

" ALE 3.3 sends the number of the byte for the column, so the cursor goes to the byte that has the number of the mark.
function! s:Act() abort
  let l:before = s:Text()
  let s:plan.places.unclosed.octets = s:plan.places.unclosed.units
  call s:Go('unclosed', 0)
  ALECodeAction
  let s:before = l:before
  call s:Wait('s:Text() !=# s:before', 4000)
  let l:seen = {'titles': ['the first that was listed'], 'changed': s:Text() !=# l:before ? v:true : v:false}
  call s:Restore(l:before)
  return l:seen
endfunction

function! s:Drive() abort
  let s:buffer = bufnr('%')
  call s:Wait('!empty(s:Findings())', 15000)
  let l:opened = s:Findings()

  call s:Go('mention', 0)
  ALEHover
  call s:Wait('s:Preview() !=# ""', 5000)
  let s:seen.hover = s:Preview()

  call s:Go('mention', 0)
  ALEGoToDefinition
  call s:Wait('line(".") != s:plan.places.mention.line + 1', 5000)
  let s:seen.definition = line('.') - 1

  call s:Go('mention', 0)
  ALEFindReferences -quickfix
  call s:Wait('!empty(getqflist())', 5000)
  let s:seen.references = map(getqflist(), 'v:val.lnum - 1')

  call s:Go('mention', 0)
  execute 'ALESymbolSearch' s:plan.query
  call s:Wait('!empty(s:Others())', 3000)
  let s:seen.symbols = s:Others()

  call s:Go('mention', 0)
  let s:seen.jump = s:Jump()
  let s:seen.completion = s:Complete()

  let s:before = s:Text()
  call s:Go('mention', 0)
  call ale#rename#Execute()
  call s:Wait('s:Text() !=# s:before', 4000)
  let s:seen.rename = s:Text()
  call s:Restore(s:before)

  let s:seen.actions = s:Act()

  call s:Go('missing', 0)
  execute 'normal' (s:plan.places.missing.octets >= col('$') - 1 ? 'a' : 'i') . s:plan.mark
  call ale#Queue(0)
  sleep 1500m
  let s:seen.diagnostics = {'opened': l:opened, 'repaired': s:Findings()}
  silent write
  sleep 500m
  let s:seen.save = join(readfile(s:plan.file), "\n") . "\n"
endfunction

for s:feature in ['outline', 'highlight', 'formatting', 'colours', 'folding', 'selection', 'hints', 'lenses', 'links', 'calls']
  let s:seen[s:feature] = {'cannot': 'ALE 3.3 does not ask for it'}
endfor

function! s:Main(timer) abort
  try
    call s:Drive()
  catch
    let s:seen.error = v:exception . ' at ' . v:throwpoint
  endtry
  call writefile([json_encode(s:seen)], s:plan.answer)
  ALEStopAllLSPs
  qall!
endfunction

" Only once Vim has started does ALE look at the file.
autocmd VimEnter * call timer_start(300, function('s:Main'))
