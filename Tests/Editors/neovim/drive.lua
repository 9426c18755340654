-- Neovim opens, questions, repairs and saves an article, with the keys and calls of a person.

local function read(path) return vim.fn.json_decode(table.concat(vim.fn.readfile(path), '\n')) end

local plan = read(vim.env.DESK_PLAN)
local is11 = vim.fn.has('nvim-0.11') == 1
local seen, problems = {}, {}
local buffer, window = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()

-- What waits for the client must let go of the main loop: in it keys are read and answers arrive.
local script
local function step()
  local fine, problem = coroutine.resume(script)
  if not fine then
    table.insert(problems, tostring(problem))
    Finish()
  end
end

local function sleep(ms)
  vim.defer_fn(step, ms)
  coroutine.yield()
end

local function wait(condition, seconds)
  for _ = 1, (seconds or 6) * 20 do
    local value = condition()
    if value then
      return value
    end
    sleep(50)
  end
  return condition()
end

local function press(keys)
  vim.api.nvim_input(keys)
  sleep(300)
end

local function text() return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') end

local function restore(before)
  if text() ~= before then
    vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(before, '\n'))
    sleep(200)
  end
end

local function go(name, further)
  vim.cmd('silent! cclose | silent! lclose')
  for _, each in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(each).relative ~= '' then
      vim.api.nvim_win_close(each, true)
    end
  end
  vim.api.nvim_set_current_win(window)
  vim.api.nvim_win_set_buf(window, buffer)
  local place = plan.places[name]
  vim.api.nvim_win_set_cursor(window, { place.line + 1, place.octets + (further or 0) })
end

local function line() return vim.api.nvim_win_get_cursor(window)[1] - 1 end

-- What a feature needs the server to offer; without it there is nothing to wait for.
local needs = {
  symbols = 'workspaceSymbolProvider',
  rename = 'renameProvider',
  actions = 'codeActionProvider',
  formatting = 'documentFormattingProvider',
  lenses = 'codeLensProvider',
  calls = 'callHierarchyProvider',
  colours = 'semanticTokensProvider',
  hints = 'inlayHintProvider',
  folding = 'foldingRangeProvider',
}
local offered

local function see(feature, look)
  if needs[feature] and not offered[needs[feature]] then
    return
  end
  local fine, value = xpcall(look, debug.traceback)
  if fine then
    seen[feature] = value
  else
    table.insert(problems, feature .. ': ' .. value)
  end
end

local function cannot(why, features)
  for _, feature in ipairs(features) do
    seen[feature] = { cannot = why }
  end
end

local function findings()
  return vim.tbl_map(function(each) return { line = each.lnum, text = each.message } end, vim.diagnostic.get(buffer))
end

-- What a call puts into the quickfix or the location list, or the line it jumps to where there is but one.
local function listed(call)
  vim.fn.setqflist({}, 'r')
  vim.fn.setloclist(window, {}, 'r')
  local before = line()
  call()
  local items = wait(function()
    for _, list in ipairs({ vim.fn.getqflist(), vim.fn.getloclist(window) }) do
      if #list > 0 then
        return list
      end
    end
    return line() ~= before and { { lnum = line() + 1, text = '' } }
  end) or {}
  vim.cmd('silent! cclose | silent! lclose')
  return items
end

local function lines(items) return vim.tbl_map(function(each) return each.lnum - 1 end, items) end
local function words(items) return vim.tbl_map(function(each) return each.text end, items) end

function Finish()
  if #problems > 0 then
    seen.error = table.concat(problems, '\n')
  end
  vim.fn.writefile({ vim.fn.json_encode(seen) }, plan.answer)
  vim.cmd('qa!')
end

local function client()
  local clients = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or vim.lsp.buf_get_clients(buffer)
  for _, each in pairs(clients) do
    if each.name == 'newsmark' and each.initialized ~= false and each.server_capabilities then
      return each
    end
  end
end

local function look()
  vim.o.swapfile = false
  offered = assert(wait(client, 15), 'the server does not run').server_capabilities

  local opened = wait(function() return #findings() > 0 and findings() end) or {}

  see('hover', function()
    go('mention')
    press('K')
    local shown = wait(function()
      for _, each in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(each).relative ~= '' then
          return vim.api.nvim_win_get_buf(each)
        end
      end
    end)
    return shown and table.concat(vim.api.nvim_buf_get_lines(shown, 0, -1, false), '\n') or ''
  end)

  see('outline', function()
    go('mention')
    return words(listed(function() vim.lsp.buf.document_symbol() end))
  end)

  see('completion', function()
    local before = text()
    go('unfinished', -1)
    vim.o.completeopt = 'menuone,noselect'
    press('a<C-x><C-o>')
    local items = wait(function()
      local shown = vim.fn.complete_info({ 'items' }).items
      return #shown > 0 and shown
    end) or {}
    press('<C-n><C-y>')
    local result = {
      labels = vim.tbl_map(function(each) return each.abbr ~= '' and each.abbr or each.word end, items),
      line = vim.api.nvim_get_current_line(),
    }
    press('<Esc>')
    restore(before)
    return result
  end)

  see('definition', function()
    go('mention')
    local before = line()
    press('<C-]>')
    wait(function() return line() ~= before end)
    return line()
  end)

  see('references', function()
    go('mention')
    return lines(listed(function() vim.lsp.buf.references() end))
  end)

  see('highlight', function()
    go('mention')
    vim.lsp.buf.document_highlight()
    local function marks()
      local count = 0
      for name, space in pairs(vim.api.nvim_get_namespaces()) do
        if name:find('lsp') and name:find('reference') then
          count = count + #vim.api.nvim_buf_get_extmarks(buffer, space, 0, -1, {})
        end
      end
      return count > 0 and count
    end
    local count = wait(marks) or 0
    vim.lsp.buf.clear_references()
    return count
  end)

  see('jump', function()
    go('mention')
    vim.api.nvim_win_set_cursor(window, { 1, 0 })
    local reached = {}
    for _, keys in ipairs({ ']q', ']q', ']q', '[q' }) do
      press(keys)
      table.insert(reached, line())
    end
    return { by = 'the keys of the folder: the server’s command, and the place that it returns', reached = reached }
  end)

  see('channels', function()
    local led = {}
    for channel, call in pairs({
      references = { 'quotation', vim.lsp.buf.references },
      symbols = { 'quotation', vim.lsp.buf.document_symbol },
      calls = { 'mention', vim.lsp.buf.incoming_calls },
    }) do
      go(call[1])
      led[channel] = lines(listed(function() call[2]() end))
    end
    return led
  end)

  see('symbols', function()
    go('mention')
    return words(listed(function() vim.lsp.buf.workspace_symbol(plan.query) end))
  end)

  see('rename', function()
    local before = text()
    go('mention')
    vim.lsp.buf.rename(plan.newName)
    wait(function() return text() ~= before end)
    local after = text()
    restore(before)
    return after
  end)

  see('actions', function()
    local before, titles = text(), {}
    go('unclosed', 1)
    local choose = vim.ui.select
    vim.ui.select = function(items, options, choice)
      titles = vim.tbl_map(options.format_item, items)
      choice(items[1], 1)
    end
    vim.lsp.buf.code_action()
    wait(function() return text() ~= before end)
    vim.ui.select = choose
    local changed = text() ~= before
    restore(before)
    return { titles = titles, changed = changed }
  end)

  see('formatting', function()
    local before = text()
    if vim.lsp.buf.format then
      vim.lsp.buf.format({ timeout_ms = 3000 })
    else
      vim.lsp.buf.formatting_sync(nil, 3000)
    end
    restore(before)
    return true
  end)

  see('lenses', function()
    vim.lsp.codelens.refresh(is11 and { bufnr = buffer } or nil)
    return wait(function() return #(vim.lsp.codelens.get(buffer) or {}) > 0 end) or false
  end)

  see('calls', function()
    go('mention')
    return #listed(function() vim.lsp.buf.incoming_calls() end) > 0
  end)

  if is11 then
    see('colours', function()
      local place = plan.places.mention
      return wait(function()
        return #(vim.lsp.semantic_tokens.get_at_pos(buffer, place.line, place.octets) or {}) > 0
      end) or false
    end)
    see('hints', function()
      -- A quotation that goes on is what has a hint without being asked for.
      local before = text()
      local below = plan.places.unfinished.line + 1
      vim.api.nvim_buf_set_lines(buffer, below, below, false, { '', '“It rained. We stayed.', '', '“It rained on.”' })
      vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
      local shown = wait(function() return #vim.lsp.inlay_hint.get({ bufnr = buffer }) > 0 end) or false
      vim.lsp.inlay_hint.enable(false, { bufnr = buffer })
      restore(before)
      return shown
    end)
    see('folding', function()
      go('mention')
      vim.wo[window].foldmethod = 'expr'
      vim.wo[window].foldexpr = 'v:lua.vim.lsp.foldexpr()'
      local found = wait(function()
        for number = 1, vim.api.nvim_buf_line_count(buffer) do
          if vim.fn.foldlevel(number) > 0 then
            return true
          end
        end
      end) or false
      vim.wo[window].foldmethod = 'manual'
      vim.cmd('silent! normal! zE')
      return found
    end)
    cannot('Neovim 0.11 does not ask for it', { 'selection', 'links' })
  else
    cannot('Neovim 0.7 does not ask for it', { 'colours', 'hints', 'folding', 'selection', 'links' })
  end

  see('diagnostics', function()
    go('missing', -1)
    press('a' .. plan.mark .. '<Esc>')
    wait(function()
      for _, each in ipairs(findings()) do
        if each.line == plan.places.missing.line then
          return false
        end
      end
      return true
    end)
    return { opened = opened, repaired = findings() }
  end)

  see('save', function()
    vim.cmd('silent write')
    sleep(500)
    return table.concat(vim.fn.readfile(plan.file), '\n') .. '\n'
  end)

  local stopped = client()
  if is11 then
    stopped:stop()
  else
    stopped.stop()
  end
  wait(function() return not client() end, 3)
  sleep(300)
  Finish()
end

script = coroutine.create(look)
vim.schedule(step)
