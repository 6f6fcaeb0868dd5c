namespace EngageBot.Host.Web.Dashboard.Providers;

/// <summary>Whom a platform says that it has signed in.</summary>
/// <param name="Account">His id on the platform.</param>
/// <param name="Community">The only one in which that is his id; null where it is his in all.</param>
internal sealed record SignInAccount(string Account, string? Community);
