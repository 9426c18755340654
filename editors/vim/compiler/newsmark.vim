" :make checks the article (or `:make folder` every article below it); findings go to the quickfix list.
if exists('current_compiler')
  finish
endif
let current_compiler = 'newsmark'

CompilerSet makeprg=newsmark\ check\ --plain\ %:S
CompilerSet errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m
