using EngageBot.Slack;
using EngageBot.Slack.Events;

namespace EngageBot.Host.Platforms.Slack.Http;

/// <summary>
/// Whose a request is. Nothing is read out of a body before its signature is good; so each workspace's secret is tried, and what a request is about must then be a
/// workspace whose secret it was.
/// </summary>
/// <param name="secrets">Each workspace's signing secret, by the workspace's id. Workspaces of one app have the same.</param>
internal sealed class SlackSigners(IReadOnlyDictionary<string, SigningSecret> secrets, TimeProvider clock)
{
    private readonly List<(string Team, SlackRequestVerifier Verifier)> _verifiers = [.. secrets.Select(one => (one.Key, new SlackRequestVerifier(one.Value, clock)))];

    /// <summary>The workspaces that it may be about; none where it is not from Slack, or not from now.</summary>
    public IReadOnlyList<string> Of(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        List<string> teams = [];
        foreach (var (team, verifier) in _verifiers)
        {
            if (verifier.Verify(timestamp, signature, body) == SignatureResult.Valid)
            {
                teams.Add(team);
            }
        }

        return teams;
    }

    public bool Knows(string team) => secrets.ContainsKey(team);
}
