autocmd BufRead,BufNewFile *.news setfiletype newsmark
