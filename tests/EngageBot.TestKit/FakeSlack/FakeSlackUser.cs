namespace EngageBot.TestKit.FakeSlack;

/// <summary>A member of a workspace.</summary>
public sealed class FakeSlackUser
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>A name of the time zone database.</summary>
    public string TimeZone { get; set; } = "Europe/Berlin";

    /// <summary>Seconds before UTC.</summary>
    public int TimeZoneOffset { get; set; } = 3_600;

    public bool IsBot { get; set; }

    public bool IsAdmin { get; set; }

    public string Locale { get; set; } = "en-US";

    /// <summary>Deactivated.</summary>
    public bool IsDeleted { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>When the member is not to be disturbed next.</summary>
    public (DateTimeOffset Start, DateTimeOffset End)? DoNotDisturb { get; set; }
}
