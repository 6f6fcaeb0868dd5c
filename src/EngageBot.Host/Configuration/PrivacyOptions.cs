namespace EngageBot.Host.Configuration;

/// <summary>What keeps people forgotten who asked for it.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "EngageBot:Privacy";

    /// <summary>The file with the key by which they are recognised. Where it is not set it stands beside the database. Back it up apart from it.</summary>
    public string? KeyPath { get; set; }
}
