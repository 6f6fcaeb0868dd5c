namespace EngageBot.Host.Platforms.Discord;

/// <summary>How the bot is connected to Discord. Without a token it is not.</summary>
public sealed class DiscordOptions
{
    public const string Section = "EngageBot:Discord";

    /// <summary>The token of the page Bot in Discord's developer portal. Secret: it is never printed.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds the token, as container platforms give secrets; in place of <see cref="Token"/>.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Discord's API. <c>http</c> is taken for this machine itself only: the token would cross a network in the clear.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://discord.com/api/v10/");

    /// <summary><c>auto</c>, or the shards of this process and how many there are in all: <c>0-3/16</c>.</summary>
    public string Shards { get; set; } = "auto";

    /// <summary>Whether the bot reads what people write; else it works from who wrote where and to whom.</summary>
    public bool MessageContent { get; set; } = true;

    /// <summary>Whether the bot hears who comes, goes and changes; else it knows of members what comes with their messages.</summary>
    public bool Members { get; set; }

    /// <summary>So many days back the bot reads up what it has missed.</summary>
    public int ReadBackDays { get; set; } = 7;

    /// <summary>So many days back it reads a channel that it has never read; no less than <see cref="ReadBackDays"/>, and nothing where that is 0.</summary>
    public int FirstReadBackDays { get; set; } = 30;

    /// <summary>So many messages of a channel or thread it reads up at most, the newest.</summary>
    public int ReadBackMessages { get; set; } = 5_000;

    /// <summary>The forum tag that says that a post waits for an answer.</summary>
    public string NeedsAnswerTag { get; set; } = "needs an answer";

    /// <summary>A page about the bot, which Discord asks to be told with every call; where it is not set, the page of the project.</summary>
    public Uri? UserAgentUrl { get; set; }

    /// <summary>All but the token.</summary>
    public override string ToString() => $"Token = ***, ApiBaseUrl = {ApiBaseUrl}, Shards = {Shards}, MessageContent = {MessageContent}, Members = {Members}";
}
