using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.SelfPromotion;
using EngageBot.Stats;

namespace EngageBot.Reports;

/// <summary>Reads the surest of a community's promotions, with the reasons: what is asked of the store for each is worth it only for those that are shown.</summary>
internal sealed class PromotionReader(WriteSession session, CommunityRules rules, LineReader lines)
{
    private const int Told = 20;

    private readonly BalanceQuery _balances = new(session, RulesBook.Fixed(rules));

    public async Task<IReadOnlyList<PromotionPost>> ReadAsync(CommunityFigures figures, CancellationToken cancellationToken)
    {
        var channels = figures.Channels.ToDictionary(channel => channel.Key, channel => channel.Name);
        List<PromotionPost> posts = [];
        foreach (var promotion in figures.SurestPromotions.Take(Told))
        {
            var line = await lines.LineAsync(promotion.Message, cancellationToken);
            var balance = await _balances.BeforeAsync(promotion.Message, cancellationToken);
            var decision = (promotion with { Signals = promotion.Signals with { Balance = balance } }).Decide(PromotionClassifier.ReasonsOf(line.Text));
            posts.Add(new PromotionPost(line.Id, channels[promotion.Channel], line.At, line.Text, promotion.Thousandths / 1_000.0, decision.Reasons));
        }

        return posts;
    }
}
