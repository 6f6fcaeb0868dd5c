using EngageBot.Chat;

namespace EngageBot.Commands;

/// <summary>What a member who asked something of the bot is told or shown. Nobody else sees it.</summary>
public abstract record CommandReply
{
    private CommandReply()
    {
    }

    /// <summary>Said to him.</summary>
    public sealed record Says(string Text) : CommandReply
    {
        public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

        /// <summary>An address of the bot's own, shown below it as a link.</summary>
        public Uri? Link { get; init; }

        /// <summary>Handed to him with it, in private.</summary>
        public ReplyFile? File { get; init; }
    }

    /// <summary>Takes the place of the message whose button he pressed.</summary>
    public sealed record Replaces(string Text) : CommandReply
    {
        public IReadOnlyList<MessageButton> Buttons { get; init; } = [];
    }

    /// <summary>A page of his own, where the platform has a place for it: Slack's App Home. Elsewhere it is said to him, part after part.</summary>
    public sealed record ShowsPage(IReadOnlyList<PagePart> Parts) : CommandReply
    {
        public Says InWords => new(string.Join("\n\n", Parts.Select(part => part.Text))) { Buttons = [.. Parts.SelectMany(part => part.Buttons)] };
    }

    /// <summary>A form opens.</summary>
    public sealed record Opens(CommandForm Form) : CommandReply;

    /// <summary>A form was filled in, or a command written, otherwise than it can be taken: it stays open where the platform can do that.</summary>
    /// <param name="ByField">What is to be changed, by the names of the fields or options.</param>
    public sealed record Complains(IReadOnlyDictionary<string, string> ByField) : CommandReply
    {
        public Complains(string field, string complaint)
            : this(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = complaint })
        {
        }

        /// <summary>For platforms that cannot show it at the fields.</summary>
        public string InWords => string.Join('\n', ByField.Values);
    }
}
