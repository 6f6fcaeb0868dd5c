using EngageBot.Chat;

namespace EngageBot.Commands;

/// <summary>Something that a member asks of the bot. Platforms make these of their interactions; the <see cref="CommandRouter"/> takes them.</summary>
public abstract record CommandRequest
{
    /// <summary>The name of the command that shows a member's own page.</summary>
    public const string Home = "home";

    private CommandRequest(Asker by) => By = by;

    public Asker By { get; init; }

    public CommunityId Community => By.Community;

    public MemberId Member => By.Member;

    public DateTimeOffset At => By.At;

    /// <summary>A command was written: <c>/engage pause days:3</c>.</summary>
    /// <param name="Asker">Who wrote it.</param>
    /// <param name="Command">Its name, without what stands before it ("pause").</param>
    public sealed record Typed(Asker Asker, string Command) : CommandRequest(Asker)
    {
        /// <summary>It was written under <c>/engage-mod</c>.</summary>
        public bool IsForModerators { get; init; }

        /// <summary>What was given with it, by the names of the options; what was left out is not here.</summary>
        public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
    }

    /// <summary>A button of the bot was pressed.</summary>
    /// <param name="Asker">Who pressed it.</param>
    /// <param name="Message">The message that it stands under; null where it was shown to that member alone.</param>
    public sealed record Pressed(Asker Asker, ButtonId Button, MessagePlace? Message) : CommandRequest(Asker);

    /// <summary>A form of the bot was sent in.</summary>
    /// <param name="Asker">Who filled it in.</param>
    /// <param name="Fields">What stands in it, by the names of the fields.</param>
    public sealed record Submitted(Asker Asker, ButtonId Form, IReadOnlyDictionary<string, string> Fields) : CommandRequest(Asker);

    /// <summary>A command was chosen on somebody's message.</summary>
    /// <param name="Asker">Who chose it.</param>
    public sealed record OnMessage(Asker Asker, string Command, MessagePlace Message) : CommandRequest(Asker);
}
