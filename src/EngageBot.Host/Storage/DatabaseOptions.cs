using System.ComponentModel.DataAnnotations;

namespace EngageBot.Host.Storage;

/// <summary>Where the messages are kept.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "EngageBot:Database";

    /// <summary>The file of the embedded database, from the current folder. It is made where it is missing.</summary>
    [Required]
    public string Path { get; set; } = "data/engagebot.db";
}
