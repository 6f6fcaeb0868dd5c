using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Members;

/// <summary>
/// <c>/engage link [code|off]</c>: joins somebody's accounts on two platforms, so that he is not contacted twice: a code is given on one of them and entered on the other.
/// </summary>
internal sealed class LinkCommand(DbDataSource database, Decide decide) : ISlashCommand
{
    private const string Code = "code";
    private const string Off = "off";

    /// <summary>Without letters and digits that look alike.</summary>
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const int Length = 8;

    public string Name => "link";

    public IReadOnlyList<CommandOption> Options { get; } = [new(Code, CommandOptionKind.Text) { Example = "AB12-CD34" }];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var given = (request as CommandRequest.Typed)?.Options.GetValueOrDefault(Code)?.Trim();
        if (string.IsNullOrEmpty(given))
        {
            return await OfferAsync(request, texts, cancellationToken);
        }

        if (given.Equals(Off, StringComparison.OrdinalIgnoreCase))
        {
            await decide(new MemberChoice.Unlinks(request.Community, request.At, request.Member), cancellationToken);
            return new CommandReply.Says(texts["link.off"]);
        }

        await decide(new MemberChoice.TakesLink(request.Community, request.At, request.Member, HashOf(given)), cancellationToken);
        var (linkedAt, tries, isLeftOut) = await StateAsync(request, cancellationToken);
        return new CommandReply.Says(
            linkedAt == request.At.ToUnixTimeMilliseconds() ? texts["link.done"]
            : isLeftOut ? texts["link.left-out"]
            : tries >= AccountLinks.MostTries ? texts["link.slow"]
            : texts["link.wrong"]);
    }

    private async Task<CommandReply> OfferAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        await decide(new MemberChoice.OffersLink(request.Community, request.At, request.Member, HashOf(code), request.At + AccountLinks.GoodFor), cancellationToken);
        var (_, _, isLeftOut) = await StateAsync(request, cancellationToken);
        return new CommandReply.Says(isLeftOut ? texts["link.left-out"] : texts.Of("link.code", (Code, $"{code[..4]}-{code[4..]}")));
    }

    /// <summary>As people type it.</summary>
    private static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));

    private async Task<(long? LinkedAt, long Tries, bool IsLeftOut)> StateAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (linkedAt, tries, here) = await connection.QuerySingleAsync<(long?, long, long)>(new CommandDefinition(
            """
            SELECT (SELECT MAX(at) FROM linked_accounts WHERE platform = @platform AND platform_id = @id),
                (SELECT COUNT(*) FROM link_tries t JOIN members m ON m.id = t.member JOIN communities k ON k.id = m.community
                    WHERE k.platform = @platform AND k.platform_id = @community AND m.platform_id = @id),
                (SELECT COUNT(*) FROM members m JOIN communities k ON k.id = m.community
                    WHERE k.platform = @platform AND k.platform_id = @community AND m.platform_id = @id AND m.opted_out_at IS NULL)
            """,
            new { platform = (int)request.Community.Platform, community = request.Community.Value, id = request.Member.Value },
            cancellationToken: cancellationToken));
        return (linkedAt, tries, here == 0);
    }
}
