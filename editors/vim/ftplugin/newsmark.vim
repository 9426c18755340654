" Settings for news articles; the keys need ALE, everything else plain Vim.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal wrap linebreak commentstring=//\ %s comments=://,:>
setlocal textwidth=0 formatoptions-=t
compiler newsmark

nnoremap <buffer> <silent> ]q :call newsmark#Jump('nextQuote')<CR>
nnoremap <buffer> <silent> [q :call newsmark#Jump('previousQuote')<CR>
nnoremap <buffer> <silent> ]Q :call newsmark#Jump('nextQuoteBySpeaker')<CR>
nnoremap <buffer> <silent> [Q :call newsmark#Jump('previousQuoteBySpeaker')<CR>

let b:undo_ftplugin = 'setlocal wrap< linebreak< commentstring< comments< textwidth< formatoptions< makeprg< errorformat<'
      \ . '| nunmap <buffer> ]q| nunmap <buffer> [q| nunmap <buffer> ]Q| nunmap <buffer> [Q'
