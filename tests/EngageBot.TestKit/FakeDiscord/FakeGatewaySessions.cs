using System.Net.WebSockets;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>The sessions that can be resumed and the sockets that are open.</summary>
internal sealed class FakeGatewaySessions
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FakeGatewaySession> _sessions = [];
    private readonly HashSet<FakeGatewayConnection> _connections = [];

    public FakeGatewaySession[] All
    {
        get
        {
            lock (_gate)
            {
                return [.. _sessions.Values];
            }
        }
    }

    public FakeGatewayConnection[] Connections
    {
        get
        {
            lock (_gate)
            {
                return [.. _connections];
            }
        }
    }

    public FakeGatewaySession? Find(string id)
    {
        lock (_gate)
        {
            return _sessions.GetValueOrDefault(id);
        }
    }

    /// <summary>No session can be resumed any more.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _sessions.Clear();
        }
    }

    public void Enter(FakeGatewayConnection connection)
    {
        lock (_gate)
        {
            _connections.Add(connection);
        }
    }

    public void Attach(FakeGatewaySession session, FakeGatewayConnection connection)
    {
        lock (_gate)
        {
            _sessions[session.Id] = session;
            session.Connection = connection;
            connection.Session = session;
        }
    }

    /// <summary>A client that left with 1000 or 1001 has ended its session; any other keeps it for a while.</summary>
    public void Leave(FakeGatewayConnection connection)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
            if (connection.Session is not { } session)
            {
                return;
            }

            session.Connection = session.Connection == connection ? null : session.Connection;
            if (connection.CloseStatus is WebSocketCloseStatus.NormalClosure or WebSocketCloseStatus.EndpointUnavailable)
            {
                _sessions.Remove(session.Id);
            }
        }
    }
}
