-- An article: long lines that wrap at words, the server, and keys from quotation to quotation.
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

local newsmark = require('newsmark')

vim.opt_local.wrap = true
vim.opt_local.linebreak = true
vim.opt_local.textwidth = 0
vim.opt_local.commentstring = '// %s'
vim.opt_local.comments = '://,:>'
-- Neovim 0.7 sets neither of its own accord.
vim.opt_local.omnifunc = 'v:lua.vim.lsp.omnifunc'
vim.opt_local.tagfunc = 'v:lua.vim.lsp.tagfunc'

local function map(keys, description, action)
  vim.keymap.set('n', keys, action, { buffer = true, silent = true, desc = description })
end

map(']q', 'Next quotation', function() newsmark.jump('nextQuote') end)
map('[q', 'Previous quotation', function() newsmark.jump('previousQuote') end)
map(']Q', 'Next quotation by this speaker', function() newsmark.jump('nextQuoteBySpeaker') end)
map('[Q', 'Previous quotation by this speaker', function() newsmark.jump('previousQuoteBySpeaker') end)
map('K', 'What stands under the cursor', function() vim.lsp.buf.hover() end)

vim.b.undo_ftplugin = 'setlocal wrap< linebreak< textwidth< commentstring< comments< omnifunc< tagfunc<'
  .. ' | silent! nunmap <buffer> ]q | silent! nunmap <buffer> [q'
  .. ' | silent! nunmap <buffer> ]Q | silent! nunmap <buffer> [Q | silent! nunmap <buffer> K'

newsmark.start()
