using System.Text;

namespace EngageBot.Slack;

/// <summary>
/// What Slack signs its requests with. It prints as <c>…</c>. <see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/>.
/// </summary>
public sealed class SigningSecret
{
    /// <summary>Slack's have 32; one from a placeholder or a cut line is shorter.</summary>
    private const int Shortest = 16;

    private readonly byte[] _value;

    /// <param name="value">As the app's page Basic Information shows it.</param>
    public SigningSecret(string value)
    {
        var trimmed = value?.Trim() ?? "";
        if (trimmed.Length < Shortest || !trimmed.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException(
                "The signing secret must be letters and digits: copy it from the page Basic Information of the app on api.slack.com/apps.", nameof(value));
        }

        _value = Encoding.ASCII.GetBytes(trimmed);
    }

    /// <summary>The secret itself, as the key of the signature.</summary>
    internal ReadOnlySpan<byte> Reveal() => _value;

    public override string ToString() => "…";
}
