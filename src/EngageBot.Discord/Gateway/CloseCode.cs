namespace EngageBot.Discord.Gateway;

/// <summary>
/// Why the gateway closed a connection, and what to do about it.
/// <see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes"/>.
/// </summary>
/// <param name="Number">The code on the wire; none where the line broke without a word.</param>
/// <param name="Name">Discord's name of it.</param>
/// <param name="Consequence">What follows.</param>
/// <param name="Explanation">One sentence for the person who runs the bot.</param>
public sealed record CloseCode(int? Number, string Name, CloseConsequence Consequence, string Explanation)
{
    private static readonly CloseCode[] Documented =
    [
        Resume(4000, "Unknown error", "Discord does not know what went wrong; the session is resumed."),
        Resume(4001, "Unknown opcode", "Discord did not understand the kind of a payload that was sent to it; the session is resumed."),
        Resume(4002, "Decode error", "Discord could not read a payload that was sent to it; the session is resumed."),
        Resume(4003, "Not authenticated", "Something was sent before the session was begun, or the session had ended; it is resumed if Discord still knows it."),
        Stop(4004, "Authentication failed", "The bot token is wrong or was reset: copy a new one from the page Bot of the application in the developer portal."),
        Resume(4005, "Already authenticated", "The session was begun twice on one connection; it is resumed on a new one."),
        Identify(4007, "Invalid seq", "Discord does not know the position to resume from; a new session is begun."),
        Resume(4008, "Rate limited", "Too much was sent at once; the session is resumed after a wait."),
        Identify(4009, "Session timed out", "The session has timed out; a new one is begun."),
        Stop(4010, "Invalid shard", "The shard does not exist: the configured range of shards does not fit the number of shards."),
        Stop(4011, "Sharding required", "The bot is in too many guilds for so few shards: configure more, or \"auto\"."),
        Stop(4012, "Invalid API version", "Discord no longer speaks version 10 of its gateway: the program has to be updated."),
        Stop(4013, "Invalid intent(s)", "Discord does not know one of the intents asked for: the program has to be corrected."),
        Stop(4014, "Disallowed intent(s)", "A privileged intent is not switched on: switch it on under Privileged Gateway Intents on the page Bot of the developer portal."),
    ];

    /// <summary>Every documented code.</summary>
    public static IReadOnlyList<CloseCode> All => Documented;

    /// <summary>The meaning of a number. What is not documented is an accident: the session is resumed.</summary>
    public static CloseCode Of(int? number) =>
        Array.Find(Documented, code => code.Number == number) ?? Resume(number, "Connection lost", "The connection to Discord was lost; the session is resumed.");

    private static CloseCode Resume(int? number, string name, string explanation) => new(number, name, CloseConsequence.Resume, explanation);

    private static CloseCode Identify(int number, string name, string explanation) => new(number, name, CloseConsequence.Identify, explanation);

    private static CloseCode Stop(int number, string name, string explanation) => new(number, name, CloseConsequence.Stop, explanation);
}
