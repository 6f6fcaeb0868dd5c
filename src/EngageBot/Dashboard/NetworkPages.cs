using System.Globalization;
using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Stats;
using EngageBot.Stats.Asking;
using EngageBot.Stats.Daily;
using EngageBot.Texts;

namespace EngageBot.Dashboard;

/// <summary>Who answers whom, as a picture and in words. On Slack nobody is named, and of fewer than five people nothing is told.</summary>
internal sealed class NetworkPages(LiveNetworkReader networks, TimeProvider clock)
{
    private const int PairsShown = 20;

    /// <summary>By the channels, so that whoever can read others sees what is theirs.</summary>
    private readonly KeptAnswers<(CommunityId Community, string Channels), NetworkTies> _kept = new(clock);

    /// <summary>Null where there is nothing to show.</summary>
    public async Task<PeopleNetwork?> ReadAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        var isSlack = by.Community.Platform == Platform.Slack;
        var ties = await TiesAsync(by, cancellationToken);
        if (ties.Pairs == 0 || (isSlack && ties.People < StatsTexts.FewestPeople))
        {
            return null;
        }

        var network = await networks.NamedAsync(ties, cancellationToken);
        var inWords = texts.Of("dashboard.network.of", ("people", Written(network.People)), ("pairs", Written(network.Pairs)), ("mutual", Written(network.MutualPairs)));
        var page = new PeopleNetwork(inWords, network.People < NetworkPicture.FewestPeople ? null : Picture(network, inWords, isSlack, texts));
        return isSlack ? page : page with
        {
            Pairs = [.. network.StrongestPairs.Take(PairsShown).Select(pair => new NetworkPair(pair.One.Name, pair.Other.Name, pair.OneToOther, pair.OtherToOne))],
            Connectors = [.. network.Connectors.Select(person => new NetworkConnector(person.Name, (int)Math.Round(person.Bridging), person.Contacts))],
        };
    }

    private async Task<NetworkTies> TiesAsync(Asker by, CancellationToken cancellationToken)
    {
        var channels = await networks.ChannelsAsync(by.Member, StatsAnswer.Usual, by.At, cancellationToken);
        return await _kept.ReadAsync(
            (by.Community, string.Join(',', channels)), by.At, stop => networks.TiesAsync(by.Community, channels, StatsAnswer.Usual, by.At, stop), cancellationToken);
    }

    private static NetworkChart? Picture(Network network, string inWords, bool isSlack, TextBook texts) => network.StrongestPairs.Count == 0 ? null :
        NetworkPicture.Of(network, texts["dashboard.network"], texts["dashboard.network.caption"], person => isSlack ? null : person.Name) with
        {
            Words = new NetworkWords(texts["me.chart.mutual"], texts["me.chart.one-way"], texts["me.chart.given"]),
            Alt = inWords,
            HasTips = texts.Language == TextBook.DefaultLanguage,
        };

    private static string Written(int count) => count.ToString(CultureInfo.InvariantCulture);
}
