using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>A conversation of a workspace.</summary>
public sealed class FakeSlackChannel
{
    public required string Id { get; init; }

    /// <summary>Empty where two talk.</summary>
    public required string Name { get; set; }

    public required FakeChannelKind Kind { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string Creator { get; init; }

    public string Topic { get; set; } = "";

    public bool IsArchived { get; set; }

    public SortedSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>As history tells of them, by <c>ts</c>: these have one length, so that their order as text is their order in time.</summary>
    internal SortedDictionary<string, JsonObject> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>As events name the kind.</summary>
    internal string EventType => Kind switch { FakeChannelKind.Public => "channel", FakeChannelKind.Private => "group", FakeChannelKind.Im => "im", _ => "mpim" };

    /// <summary>As scopes name the kind.</summary>
    internal string ScopeName => Kind switch { FakeChannelKind.Public => "channels", FakeChannelKind.Private => "groups", FakeChannelKind.Im => "im", _ => "mpim" };

    /// <summary>As <c>types</c> of a list names the kind.</summary>
    internal string ListName => Kind switch { FakeChannelKind.Public => "public_channel", FakeChannelKind.Private => "private_channel", FakeChannelKind.Im => "im", _ => "mpim" };
}
