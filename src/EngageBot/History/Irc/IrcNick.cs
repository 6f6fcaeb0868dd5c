namespace EngageBot.History.Irc;

/// <summary>A nick, which is the same in capitals and in small letters.</summary>
/// <param name="Id">In small letters.</param>
/// <param name="Name">As it was first seen.</param>
internal sealed record IrcNick(string Id, string Name)
{
    /// <summary>Who speaks where nobody does.</summary>
    public static IrcNick Nobody { get; } = new("irc", "irc");

    /// <summary>
    /// The well-known bots of Ubuntu's channels: a log tells nothing of its bots, and a guess by name would make bots of people.
    /// </summary>
    public bool IsBot => this == Nobody || Id is "ubotu" or "ubottu"
        || (Id.StartsWith("floodbot", StringComparison.Ordinal) && Id.Length > 8 && Id.AsSpan(8).IndexOfAnyExceptInRange('0', '9') < 0);
}
