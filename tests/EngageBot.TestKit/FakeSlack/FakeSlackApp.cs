namespace EngageBot.TestKit.FakeSlack;

/// <summary>An app of Slack's: its workspaces share its token for sockets and its signing secret.</summary>
public sealed class FakeSlackApp : IDisposable
{
    internal FakeSlackApp(FakeSlackOptions options, FakeViolations violations, int number)
    {
        Id = $"A{number:D10}";
        Token = $"xapp-1-{Id}-fake";
        SigningSecret = $"fakesigningsecret{number:D8}";
        Sockets = new FakeSocketMode(options, violations, Id);
        Http = new FakeEventsHttp(options, violations, SigningSecret);
    }

    public string Id { get; }

    /// <summary>For <c>apps.connections.open</c>.</summary>
    public string Token { get; }

    /// <summary>What the token allows.</summary>
    public ISet<string> Scopes { get; } = new HashSet<string>(StringComparer.Ordinal) { "connections:write" };

    public string SigningSecret { get; }

    public FakeSocketMode Sockets { get; }

    /// <summary>The other mode: on once it has a target.</summary>
    public FakeEventsHttp Http { get; }

    /// <summary>All that was to be delivered, in order.</summary>
    public IReadOnlyList<FakeDelivery> Deliveries => Http.Target is null ? Sockets.Deliveries : Http.Deliveries;

    public void Dispose() => Http.Dispose();

    internal void Deliver(FakeDelivery delivery)
    {
        if (Http.Target is null)
        {
            Sockets.Deliver(delivery);
        }
        else
        {
            Http.Deliver(delivery);
        }
    }
}
