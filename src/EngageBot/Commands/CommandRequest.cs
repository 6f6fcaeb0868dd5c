using EngageBot.Chat;

namespace EngageBot.Commands;

/// <summary>Something that a member asks of the bot. Platforms make these of their interactions; the <see cref="CommandRouter"/> takes them.</summary>
public abstract record CommandRequest
{
    private CommandRequest()
    {
    }

    public required CommunityId Community { get; init; }

    public required MemberId Member { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where it was asked; null in a direct message.</summary>
    public ChannelId? Channel { get; init; }

    /// <summary>The member may manage the community, by the platform's own rights.</summary>
    public bool ManagesCommunity { get; init; }

    /// <summary>The member's own language, as the platform writes it ("pt-BR").</summary>
    public string? Language { get; init; }

    /// <summary>A command was written: <c>/engage pause days:3</c>.</summary>
    /// <param name="Command">Its name, without what stands before it ("pause").</param>
    public sealed record Typed(string Command) : CommandRequest
    {
        /// <summary>What was given with it, by the names of the options; what was left out is not here.</summary>
        public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
    }

    /// <summary>A button of the bot was pressed.</summary>
    /// <param name="Message">The message that it stands under; null where it was shown to that member alone.</param>
    public sealed record Pressed(ButtonId Button, MessagePlace? Message) : CommandRequest;

    /// <summary>A form of the bot was sent in.</summary>
    public sealed record Submitted(ButtonId Form, IReadOnlyDictionary<string, string> Fields) : CommandRequest;

    /// <summary>A command was chosen on somebody's message.</summary>
    public sealed record OnMessage(string Command, MessagePlace Message) : CommandRequest;
}
