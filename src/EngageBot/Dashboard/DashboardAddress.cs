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
}
