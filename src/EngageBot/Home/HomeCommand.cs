using EngageBot.Commands;
using EngageBot.Members.Settings;
using EngageBot.Nudges.Inbox;
using EngageBot.Stats.Own;
using EngageBot.Texts;

namespace EngageBot.Home;

/// <summary>A member's own page: what he gave and received, who waits for an answer that he may know, and how he wants it. Each part is what its command says.</summary>
internal sealed class HomeCommand(MeCommand me, InboxCommand inbox, SettingsCommand settings) : ISlashCommand
{
    public string Name => CommandRequest.Home;

    public bool IsListed => false;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var own = await me.InWordsAsync(request, texts, cancellationToken);
        var waiting = await inbox.FirstAsync(request.By, texts, cancellationToken);
        var set = await settings.ShowAsync(request.By, texts, cancellationToken);
        return new CommandReply.ShowsPage(
        [
            new PagePart(texts["home.inbox"], waiting.Text) { Buttons = waiting.Buttons },
            new PagePart(texts["home.me"], own),
            new PagePart(texts["home.settings"], set.Text) { Buttons = set.Buttons },
        ]);
    }
}
