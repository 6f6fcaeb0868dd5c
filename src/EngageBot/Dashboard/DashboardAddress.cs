namespace EngageBot.Dashboard;

/// <summary>Where moderators reach the pages of the bot.</summary>
public sealed class DashboardAddress
{
    private volatile Uri? _at;

    /// <summary>Null where they are not served, or nobody said where they are reached from outside. It ends with a slash.</summary>
    public Uri? At
    {
        get => _at;
        set => _at = value;
    }

    /// <summary>Whoever can ask for them there may see them, and needs no link: where it is nobody's community, as in the Playground.</summary>
    public bool IsOpen { get; init; }
}
