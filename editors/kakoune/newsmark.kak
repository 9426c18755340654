# News articles: colours without any server, and kakoune-lsp's set-up for `newsmark serve`.

hook global BufCreate .*\.news %{
    set-option buffer filetype newsmark
}

hook global WinSetOption filetype=newsmark %{
    require-module newsmark
    add-highlighter window/newsmark ref newsmark
    set-option buffer comment_line '//'
    hook -once -always window WinSetOption filetype=.* %{ remove-highlighter window/newsmark }
}

provide-module newsmark %{

add-highlighter shared/newsmark regions
add-highlighter shared/newsmark/copy default-region group
add-highlighter shared/newsmark/notes region '^\h*(?:-30-|###|ENDS|-ENDS-)\h*$' '^(?=date)|^(?= date)' fill comment
add-highlighter shared/newsmark/comment region '^\h*//(?=[\h\n])' '$' fill comment

# Fields stand at the top, until the date or the first line that begins with a capital or a quotation mark.
add-highlighter shared/newsmark/header region '\A(?:headline|dek|by|dateline|section|slug|id|keywords|lang|source|type|status|target|rights|updated|embargo|allow|person|org|place|event|term|rule|set|pack|profile|show|x-[a-z-]+):?\h|\A//\h' '^(?=date)|^(?= date)|^(?=[A-Z“"])' group
add-highlighter shared/newsmark/header/field regex '^\h*(headline|dek|by|dateline|section|slug|id|keywords|lang|source|type|status|target|rights|updated|embargo|allow|correction|note|rule|set|pack|profile|show|x-[a-z-]+):?\h+([^\n]+)' 1:keyword 2:value
add-highlighter shared/newsmark/header/entity regex '^\h*(person|org|place|event|term):?\h+([^\n,;]+)' 1:keyword 2:type
add-highlighter shared/newsmark/header/attribute regex ';\h*(aka|not|id|note|withhold)\b' 1:attribute

add-highlighter shared/newsmark/copy/late regex '^\h*(correction|note|allow)(?::\h+|\h+(?=[A-Z0-9]))([^\n]+)' 1:keyword 2:value
add-highlighter shared/newsmark/copy/entity regex '^\h*(person|org|place|event|term)(?::\h+|\h+(?=[A-Z0-9]))([^\n,;]+)' 1:keyword 2:type
add-highlighter shared/newsmark/copy/date regex '^\h*(date):?\h+(\d{4}-\d{2}(?:-\d{2}(?:T[\d:]+(?:Z|[+-][\d:]+)?)?)?)(?=[\h\n])' 1:keyword 2:value
add-highlighter shared/newsmark/copy/heading regex '^\h*#{1,3}\h+\S[^\n]*' 0:header
add-highlighter shared/newsmark/copy/quoted regex '^\h*(>)([^\n]*)' 1:operator 2:string
add-highlighter shared/newsmark/copy/attribution regex '^\h*>?\h*(---?|—|–)\h*([A-Z][^.!?\n]*)$' 1:operator 2:type
add-highlighter shared/newsmark/copy/escape regex '^\h*(\\)' 1:meta
add-highlighter shared/newsmark/copy/quotation regex '“[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»|(?<!\w)"[^"\n]*"' 0:string

}

# With kakoune-lsp: quotations are symbols of kind String, so its own commands step through them.
hook global BufSetOption filetype=newsmark %{
    try %{
        set-option buffer lsp_servers %{
            [newsmark]
            root_globs = ["stylebook.news", ".git"]
            command = "newsmark"
            args = ["serve"]
        }
    }
}

hook global WinSetOption filetype=newsmark %{
    try %{ lsp-enable-window }
    map window normal <a-n> ': lsp-next-symbol String<ret>' -docstring 'next quotation'
    map window normal <a-p> ': lsp-previous-symbol String<ret>' -docstring 'previous quotation'
}
