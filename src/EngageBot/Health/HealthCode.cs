namespace EngageBot.Health;

/// <summary>What kinds of conditions there are. The words are stored.</summary>
public static class HealthCode
{
    /// <summary>The platform cannot be reached.</summary>
    public const string Disconnected = "disconnected";

    /// <summary>The bot lacks a permission to say something in a channel where it was to.</summary>
    public const string Permission = "permission";

    /// <summary>The bot cannot read a channel that the rules name.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The platform does not let the bot hear what it has to.</summary>
    public const string Intent = "intent";

    /// <summary>The platform does not know the bot by its token.</summary>
    public const string Token = "token";

    /// <summary>Something else keeps the bot from starting.</summary>
    public const string Start = "start";
}
