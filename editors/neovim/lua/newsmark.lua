-- Starts the server and asks it for quotations; the same for Neovim 0.7 and later.
local M = {}

-- The program and its arguments; set it before an article is opened if newsmark is not on the PATH.
M.command = { 'newsmark', 'serve' }

-- The folder that articles share: the nearest above with a stylebook or a work tree, else the article's own.
local function root(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local stylebook = vim.fn.findfile('stylebook.news', folder .. ';')
  if stylebook ~= '' then
    return vim.fn.fnamemodify(stylebook, ':p:h')
  end
  local tree = vim.fn.finddir('.git', folder .. ';')
  return tree ~= '' and vim.fn.fnamemodify(tree, ':p:h:h') or folder
end

-- Neovim 0.7 has no vim.lsp.start, which would find a server that runs already.
local running = {}

-- Gives the current buffer a server, one for all articles of a folder.
function M.start()
  local buffer = vim.api.nvim_get_current_buf()
  if vim.bo[buffer].buftype ~= '' then
    return
  end
  if vim.fn.executable(M.command[1]) == 0 then
    vim.notify_once(M.command[1] .. ' is not on the PATH; articles have no server', vim.log.levels.WARN)
    return
  end
  local config = { name = 'newsmark', cmd = M.command, root_dir = root(vim.api.nvim_buf_get_name(buffer)) }
  -- From 0.11 on: what is completed may have places to fill in.
  if vim.lsp.completion then
    config.on_attach = function(client, attached_to) vim.lsp.completion.enable(true, client.id, attached_to) end
  end
  if vim.lsp.start then
    vim.lsp.start(config)
    return
  end
  local id = running[config.root_dir]
  if not (id and vim.lsp.get_client_by_id(id)) then
    id = vim.lsp.start_client(config)
    running[config.root_dir] = id
  end
  vim.lsp.buf_attach_client(buffer, id)
end

local function attached(buffer)
  local clients = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or vim.lsp.buf_get_clients(buffer)
  for _, client in pairs(clients) do
    if client.name == 'newsmark' then
      return client
    end
  end
end

-- Runs one of the server's commands, which all answer with the place to go to.
function M.jump(name)
  local buffer = vim.api.nvim_get_current_buf()
  local client = attached(buffer)
  if not client then
    vim.notify('newsmark does not run here', vim.log.levels.WARN)
    return
  end
  local encoding = client.offset_encoding
  local params = {
    command = 'newsmark.' .. name,
    arguments = { vim.lsp.util.make_position_params(0, encoding) },
  }
  local function go(problem, location)
    if problem then
      vim.notify(problem.message, vim.log.levels.ERROR)
    elseif not location or location == vim.NIL then
      vim.notify('No further quotation')
    elseif vim.lsp.util.show_document then
      vim.lsp.util.show_document(location, encoding, { focus = true })
    else
      vim.lsp.util.jump_to_location(location, encoding)
    end
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, go, buffer)
  else
    client.request('workspace/executeCommand', params, go, buffer)
  end
end

return M
