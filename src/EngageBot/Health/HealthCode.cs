namespace EngageBot.Health;

/// <summary>What kinds of conditions there are. The words are stored.</summary>
public static class HealthCode
{
    /// <summary>The platform cannot be reached.</summary>
    public const string Disconnected = "disconnected";

    /// <summary>The platform refused something in a channel for want of a permission; solved when something was said there.</summary>
    public const string Permission = "permission";

    /// <summary>By what the platform tells of roles, the bot lacks a permission in a channel that the rules name.</summary>
    public const string Rights = "rights";

    /// <summary>The platform does not let the bot hear what it has to.</summary>
    public const string Intent = "intent";

    /// <summary>The platform does not tell who is in its groups of members.</summary>
    public const string UserGroups = "user-groups";

    /// <summary>The platform does not know the bot by its token.</summary>
    public const string Token = "token";

    /// <summary>Something else keeps the bot from starting.</summary>
    public const string Start = "start";
}
