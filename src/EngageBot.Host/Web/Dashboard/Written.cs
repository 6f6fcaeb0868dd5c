using System.Globalization;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>Numbers and moments as pages show them, the same in every language.</summary>
internal static class Written
{
    /// <summary>In UTC.</summary>
    public static string Minute(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>In UTC.</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
