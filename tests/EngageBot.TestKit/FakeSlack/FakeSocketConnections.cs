using System.Net.WebSockets;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>The sockets an app has open; each envelope goes over one of them, in turn.</summary>
internal sealed class FakeSocketConnections(int atMost)
{
    private readonly Lock _gate = new();
    private readonly List<FakeSocketConnection> _all = [];
    private int _turn;

    public int Opened { get; private set; }

    public IReadOnlyList<FakeSocketConnection> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public int Open
    {
        get
        {
            lock (_gate)
            {
                return _all.Count;
            }
        }
    }

    public FakeSocketConnection Enter(WebSocket socket)
    {
        lock (_gate)
        {
            var connection = new FakeSocketConnection(socket, ++Opened);
            _all.Add(connection);
            return connection;
        }
    }

    public void Leave(FakeSocketConnection connection)
    {
        lock (_gate)
        {
            _all.Remove(connection);
        }
    }

    /// <summary>Whose turn it is; another one than the last, where there is another.</summary>
    public FakeSocketConnection? Next(FakeSocketConnection? last = null)
    {
        lock (_gate)
        {
            var open = _all.Take(atMost).Where(connection => connection.TakesEnvelopes).ToList();
            var others = open.Where(connection => connection != last).ToList();
            var choice = others.Count > 0 ? others : open;
            return choice.Count == 0 ? null : choice[_turn++ % choice.Count];
        }
    }
}
