namespace EngageBot.EndToEndTests.Stories;

/// <summary>Where a town is.</summary>
public enum TownPlatform
{
    Discord,
    Slack,
}
