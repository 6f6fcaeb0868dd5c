using EngageBot.Chat;

namespace EngageBot.Dashboard;

/// <summary>Who is signed in to the pages of a community.</summary>
/// <param name="Language">His own, as the platform writes it; empty where that is not known.</param>
public sealed record SignedIn(MemberId Member, string Language);
