using System.Text.RegularExpressions;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>A route of a fake Discord.</summary>
/// <param name="Needs">What the bot must be allowed in the channel.</param>
internal sealed record FakeRestRoute(string Method, string Template, Permissions Needs, Func<FakeRestCall, FakeRestAnswer> Handle)
{
    private readonly Regex _pattern = new(
        "^" + Regex.Replace(Regex.Escape(Template).Replace(@"\{", "{", StringComparison.Ordinal), @"\{(?<name>\w+)}", "(?<${name}>[^/]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) + "$",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>Authorized by what stands in the path.</summary>
    public bool IsInteraction => Template == "gateway" || Template.StartsWith("interactions/", StringComparison.Ordinal) || Template.StartsWith("webhooks/", StringComparison.Ordinal);

    /// <summary>What stands in a path of this route, or nothing.</summary>
    public IReadOnlyDictionary<string, string>? Match(string method, string path)
    {
        if (method != Method || _pattern.Match(path) is not { Success: true } match)
        {
            return null;
        }

        return match.Groups.Values.Skip(1).ToDictionary(group => group.Name, group => Uri.UnescapeDataString(group.Value));
    }
}
