using EngageBot.Chat;
using EngageBot.Host.Configuration;
using EngageBot.Host.Storage;
using EngageBot.Members;
using EngageBot.Pipeline;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Forgets somebody who cannot use the command himself, as <c>/engage privacy forget</c> does.</summary>
internal static class ForgetRun
{
    private const int LongestId = 64;

    public static async Task<int> RunAsync(Platform platform, string id, CancellationToken cancellationToken)
    {
        if (id.Length is 0 or > LongestId || !id.All(char.IsAsciiLetterOrDigit))
        {
            throw new ConfigurationException("The id is that of the person, in letters and digits, as the platform shows it to moderators (Copy User ID, Copy member ID); not the name.");
        }

        await using var database = ConfiguredDatabase.OpenExisting("Nothing is stored yet.");
        await using var alone = await LiveLock.TakeAsync(database, cancellationToken);
        await Upgrade.RunAsync(database, cancellationToken);
        var key = ErasureKey.At(HostConfiguration.ErasureKeyPath(HostConfiguration.Database().Path));
        await PutBack.ForgetAsync(database, key, new MemberId(new CommunityId(platform, string.Empty), id), cancellationToken);
        Terminal.Output().WriteLine($"Whoever has that id on {platform} is forgotten in {ConfiguredDatabase.NameOf(database)}, in all communities, and stays so. Backups of before hold him until they are deleted; one that is restored forgets him again.");
        return ExitCode.Done;
    }
}
