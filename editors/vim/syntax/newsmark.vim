" News articles, for reading: fields at the top, dates, headings, quotations, notes after the end mark.
if exists('b:current_syntax')
  finish
endif

syntax sync fromstart
syntax spell toplevel

syntax match newsmarkComment /^\s*\/\/\%(\s.*\)\?$/
syntax match newsmarkEscape /^\s*\\/
syntax match newsmarkHeading /\%(^\s*\n\|\%^\)\@<=\s*#\{1,3}\s\+\S.*$/ contains=@Spell
syntax match newsmarkQuoteMark /^\s*>/ nextgroup=newsmarkAttribution,newsmarkQuoteText
syntax match newsmarkQuoteText /.*$/ contained contains=@Spell
syntax match newsmarkAttribution /\s*\%(---\?\|—\|–\)\s*\u.*$/ contained
syntax match newsmarkAttribution /^\s*\%(---\?\|—\|–\)\s*\u[^.!?]*$/
syntax match newsmarkQuotation /“[^“”]*”/ contains=@Spell
syntax match newsmarkQuotation /„[^„“”]*[“”]/ contains=@Spell
syntax match newsmarkQuotation /«[^«»]*»/ contains=@Spell
syntax match newsmarkQuotation /\%(\k\)\@<!"[^"]*"/ contains=@Spell

" Fields stand where the header is open: at the top, and under a date that has no text after it.
syntax region newsmarkHeader keepend start=/\%^\%(\s*\%(\w\|-\)\+:\?\s\+\S\|\s*\/\/\|\s*$\)\@=/ start=/\%(^\s*date:\?\s\+\d\{4}-\d\d\S*\s*\n\)\@<=\%(\s*[a-z-]\+:\?\s\+\S\)\@=/
      \ end=/^\%(\s*\%(headline\|dek\|by\|dateline\|section\|slug\|id\|keywords\|lang\|source\|type\|status\|target\|rights\|updated\|embargo\|allow\|correction\|note\|x-[a-z0-9-]\+\|person\|org\|place\|event\|term\|rule\|set\|pack\|profile\|show\|date\):\?\s\+\S\|\s*\/\/\|\s*$\)\@!/me=s-1
      \ contains=newsmarkComment,newsmarkField,newsmarkDeclaration,newsmarkDateKey transparent
syntax match newsmarkField /^\s*\%(headline\|dek\|by\|dateline\|section\|slug\|id\|keywords\|lang\|source\|type\|status\|target\|rights\|updated\|embargo\|allow\|correction\|note\|x-[a-z0-9-]\+\|rule\|set\|pack\|profile\|show\):\?\s\+/ contained nextgroup=newsmarkValue
syntax match newsmarkValue /.*$/ contained contains=@Spell
syntax match newsmarkDeclaration /^\s*\%(person\|org\|place\|event\|term\):\?\s\+/ contained nextgroup=newsmarkName
syntax match newsmarkName /[^,;]\+/ contained nextgroup=newsmarkRole,newsmarkAttribute
syntax match newsmarkRole /,[^;]*/ contained nextgroup=newsmarkAttribute
syntax match newsmarkAttribute /;\s*\%(aka\|not\|id\|note\|withhold\)\>/ contained nextgroup=newsmarkAttributeValue,newsmarkAttribute
syntax match newsmarkAttributeValue /[^;]\+/ contained nextgroup=newsmarkAttribute

" Declarations, corrections and notes may stand anywhere; in the copy they need a colon, a capital or a digit.
syntax match newsmarkField /^\s*\%(correction\|note\|allow\)\%(:\s\+\|\s\+\%(\u\|\d\)\@=\)/ nextgroup=newsmarkValue
syntax match newsmarkDeclaration /^\s*\%(person\|org\|place\|event\|term\)\%(:\s\+\|\s\+\%(\u\|\d\)\@=\)/ nextgroup=newsmarkName

syntax match newsmarkDateKey /^[[:blank:]\u00a0]*date:\?\s\+\%(\d\{4}-\d\d\)\@=/ nextgroup=newsmarkDate
syntax match newsmarkDate /\d\{4}-\d\d\%(-\d\d\%(T\d\d:\d\d\%(:\d\d\)\?\%(Z\|[+-]\d\d:\d\d\)\?\)\?\)\?\%(\s\|$\)\@=/ contained

" What follows an end mark is notes, not copy, until the next date.
syntax region newsmarkNotes matchgroup=newsmarkEnd start=/^\s*\%(-30-\|###\|ENDS\|-ENDS-\)\s*$/
      \ end=/^\%(\s*date:\?\s\+\d\{4}-\d\d\)\@=/

highlight default link newsmarkComment Comment
highlight default link newsmarkEscape SpecialChar
highlight default link newsmarkHeading Title
highlight default link newsmarkQuoteMark Delimiter
highlight default link newsmarkQuoteText String
highlight default link newsmarkAttribution Type
highlight default link newsmarkQuotation String
highlight default link newsmarkField Keyword
highlight default link newsmarkValue Identifier
highlight default link newsmarkDeclaration Keyword
highlight default link newsmarkName Type
highlight default link newsmarkRole Comment
highlight default link newsmarkAttribute Keyword
highlight default link newsmarkAttributeValue Identifier
highlight default link newsmarkDateKey Statement
highlight default link newsmarkDate Number
highlight default link newsmarkEnd Statement
highlight default link newsmarkNotes Comment

let b:current_syntax = 'newsmark'
