-- Gives connections and events of Prosody 0.12.3 what mod_sasl2 and mod_sasl2_fast ask for, and later versions have.
local function prepare(conn)
    if conn and not conn.ssl_info then
        function conn:ssl_info()
            local socket = self:socket();
            return socket.info and socket:info();
        end
        function conn:ssl_peerfinished()
            local socket = self:socket();
            return socket.getpeerfinished and socket:getpeerfinished();
        end
    end
end

-- The attributes of the stream header are a local variable of whoever fires the event.
local function header()
    for level = 3, 20 do
        if not debug.getinfo(level, "f") then break end
        for index = 1, 20 do
            local name, value = debug.getlocal(level, index);
            if not name then break end
            if name == "attr" and type(value) == "table" and value.to then return value end
        end
    end
    return {};
end

module:hook("stream-features", function (event)
    prepare(event.origin.conn);
    event.stream = event.stream or header();
end, 1000);

-- Times with fractions.
local datetime = require "util.datetime";
local whole = datetime.datetime;
function datetime.datetime(time) return whole(time and math.floor(time)); end

-- An attribute of a child, in one call.
local methods = require "util.stanza".stanza_mt.__index;
function methods:get_child_attr(name, xmlns, attribute)
    local child = self:get_child(name, xmlns);
    return child and child.attr[attribute];
end
