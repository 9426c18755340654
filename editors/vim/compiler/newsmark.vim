" :make checks this article; findings go to the quickfix list.
if exists('current_compiler')
  finish
endif
let current_compiler = 'newsmark'

CompilerSet makeprg=newsmark\ check\ --format\ github\ %:S
CompilerSet errorformat=::%t%*[a-z]\ file=%f\\,line=%l\\,endLine=%*\\d\\,col=%v\\,endColumn=%*\\d\\,title=%m,%-G%.%#
