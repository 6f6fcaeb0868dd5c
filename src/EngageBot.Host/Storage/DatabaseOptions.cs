using System.ComponentModel.DataAnnotations;

namespace EngageBot.Host.Storage;

/// <summary>Where the messages are kept.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "EngageBot:Database";

    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; set; }

    /// <summary>The file of the embedded database, from the current folder. It is made where it is missing.</summary>
    [Required]
    public string Path { get; set; } = "data/engagebot.db";

    /// <summary>How PostgreSQL is reached: <c>Host=…;Username=…;Password=…;Database=…</c>, or <c>postgres://…</c>. Secret: it is never printed.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>A file that holds the connection string, as container platforms give secrets; in place of <see cref="ConnectionString"/>.</summary>
    public string? ConnectionStringFile { get; set; }
}
