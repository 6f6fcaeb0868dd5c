using EngageBot.Host.Web.Dashboard.Providers;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>Whether moderators have pages, and where these are reached from outside.</summary>
/// <param name="PublicUrl">Null where nobody said so: then they are reached where the web server listens, if that is this machine alone.</param>
internal sealed record DashboardSettings(bool IsOn, Uri? PublicUrl)
{
    public static DashboardSettings Off { get; } = new(IsOn: false, PublicUrl: null);

    /// <summary>Platforms by which moderators can sign in, besides the command.</summary>
    public IReadOnlyList<SignInProvider> Providers { get; init; } = [];
}
