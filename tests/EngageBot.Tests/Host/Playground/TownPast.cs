using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EngageBot.Tests.Host.Playground;

/// <summary>What has happened in a small town before it opens.</summary>
internal static class TownPast
{
    /// <summary>Three people who answer one another, and a newcomer whom nobody answered.</summary>
    /// <param name="channel">In which they talk.</param>
    public static string Lines(DateTimeOffset now, string channel = "help")
    {
        string[] people = ["ada", "bob", "eve"];
        var lines = new StringBuilder();
        void Add(int number, string author, double hours, string text, int? replyTo = null) => lines.Append(JsonSerializer.Serialize(new
        {
            id = number.ToString(CultureInfo.InvariantCulture), channel, author, at = now.AddDays(-3).AddHours(hours), text, replyTo = replyTo?.ToString(CultureInfo.InvariantCulture),
        })).Append('\n');
        for (var talk = 0; talk < 30; talk++)
        {
            Add((2 * talk) + 1, people[talk % 3], talk * 2, "how do I print a box?");
            Add((2 * talk) + 2, people[(talk + 1) % 3], (talk * 2) + 0.1, "with a brim, and slowly", (2 * talk) + 1);
        }

        Add(61, "newcomer", 70, "why does a long hull lift at the bow?");
        return lines.ToString();
    }
}
