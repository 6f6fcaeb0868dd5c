using EngageBot.Host.Configuration;
using Npgsql;

namespace EngageBot.Host.Storage;

/// <summary>How PostgreSQL is reached, checked without being shown (<see href="https://www.npgsql.org/doc/connection-string-parameters.html"/>).</summary>
internal static class PostgresSettings
{
    private const string Example = "Host=db.example.org;Username=engagebot;Password=…;Database=engagebot";

    /// <summary>Seconds after which a connection that is silent is tried out, so that one that a router forgot is not waited for.</summary>
    private const int KeepAlive = 30;

    /// <summary>
    /// Statements run for every message and are many-jointed: to plan one anew each time, or to compile it, takes longer than to run it
    /// (<see href="https://www.postgresql.org/docs/current/runtime-config-query.html"/>).
    /// </summary>
    private const string Planned = "-c plan_cache_mode=force_generic_plan -c jit=off";

    /// <exception cref="ConfigurationException">None is set, or it is none; the message does not show it.</exception>
    public static string Of(DatabaseOptions options)
    {
        var text = options.ConnectionString;
        if (!string.IsNullOrWhiteSpace(options.ConnectionStringFile))
        {
            Check(string.IsNullOrWhiteSpace(text), "ConnectionStringFile", "is set, and ConnectionString as well: leave one of them out.");
            text = Read(options.ConnectionStringFile);
        }

        Check(!string.IsNullOrWhiteSpace(text), "ConnectionString", $"is missing: set it (EngageBot__Database__ConnectionString), or ConnectionStringFile. It is like {Example}");
        return Whole(text!.Trim());
    }

    private static string Whole(string text)
    {
        var builder = Parsed(text);
        Check(builder is not null, "ConnectionString", $"cannot be read. It is like {Example}");
        Check(!string.IsNullOrWhiteSpace(builder!.Host), "ConnectionString", $"names no host. It is like {Example}");
        (builder.IncludeErrorDetail, builder.PersistSecurityInfo) = (false, false);
        builder.ApplicationName ??= "EngageBot";
        builder.KeepAlive = builder.KeepAlive == 0 ? KeepAlive : builder.KeepAlive;
        builder.Options = $"{Planned} {builder.Options}".Trim(); // What the operator sets comes after it, and holds.
        return builder.ConnectionString;
    }

    /// <summary>Null for what is none. What is wrong with it is not told: that may quote the password.</summary>
    private static NpgsqlConnectionStringBuilder? Parsed(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(FromUrl(text) ?? text);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>As many hosts give it: postgres://user:password@host:port/database?sslmode=require.</summary>
    private static string? FromUrl(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("postgres" or "postgresql"))
        {
            return null;
        }

        var builder = new NpgsqlConnectionStringBuilder { Host = url.Host, Database = Uri.UnescapeDataString(url.AbsolutePath.Trim('/')) };
        builder.Port = url.Port > 0 ? url.Port : builder.Port;
        var user = url.UserInfo.Split(':', 2);
        builder.Username = Uri.UnescapeDataString(user[0]);
        builder.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null;
        foreach (var setting in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            builder[setting[0].Equals("sslmode", StringComparison.OrdinalIgnoreCase) ? "SSL Mode" : setting[0]] = Uri.UnescapeDataString(setting[^1]);
        }

        return builder.ConnectionString;
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{DatabaseOptions.Section}:ConnectionStringFile names a file that cannot be read: {path}", fault);
        }
    }

    private static void Check(bool holds, string setting, string otherwise)
    {
        if (!holds)
        {
            throw new ConfigurationException($"{DatabaseOptions.Section}:{setting} {otherwise}");
        }
    }
}
