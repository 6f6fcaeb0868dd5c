using System.Collections.Frozen;
using EngageBot.Chat.Words;

namespace EngageBot.SelfPromotion;

/// <summary>The words and pairs of words behind each concept: English first, and the calls to act that German, Spanish, French, Portuguese and Japanese use.</summary>
internal static class PromotionLexicon
{
    private static readonly FrozenDictionary<uint, PromotionConcept> Concepts = Read();

    /// <summary>True where a word, or a pair by <see cref="WordHash.Pair"/>, stands for something.</summary>
    public static bool TryFind(uint hash, out PromotionConcept concept) => Concepts.TryGetValue(hash, out concept);

    private static FrozenDictionary<uint, PromotionConcept> Read()
    {
        Dictionary<uint, PromotionConcept> concepts = [];
        foreach (var (concept, words) in Entries())
        {
            foreach (var entry in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var space = entry.IndexOf(' ', StringComparison.Ordinal);
                var hash = space < 0 ? WordHash.Of(entry) : WordHash.Pair(WordHash.Of(entry.AsSpan(0, space)), WordHash.Of(entry.AsSpan(space + 1)));
                concepts.TryAdd(hash, concept);
            }
        }

        return concepts.ToFrozenDictionary();
    }

    private static IEnumerable<(PromotionConcept Concept, string Words)> Entries() => [.. Calls(), .. Goods(), .. Talk()];

    private static (PromotionConcept Concept, string Words)[] Calls() =>
    [
        (PromotionConcept.Follow, "follow, folge, folgt, síguenos, sígueme, abonnez, abonne, siga, フォロ"),
        (PromotionConcept.Share, "like, rt, retweet, repost, share, likes, retweets, upvote, tag, tagging, teilen, comparte, partagez, compartilhe, comment"),
        (PromotionConcept.Join, "join, joining, beitreten, únete, rejoignez, rejoins, participe, participa, 参加"),
        (PromotionConcept.SignUp, "register, registration, signup, subscribe, waitlist, preorder, pre-order, pre-save, enroll, rsvp, ticket, tickets, sign up, signing up, apply now, apply here, early access, book now, book a, reserve, abonnieren, anmelden, anmeldung, suscríbete, regístrate, inscrivez, inscription, inscreva, cadastre, 登録"),
        (PromotionConcept.Buy, "buy, shop, order, purchase, checkout, sale, sales, store, selling, sell, get yours, grab yours, for sale, in stock, hire me, commissions, commission, kaufen, bestellen, verkaufe, compra, comprar, vendo, tienda, acheter, achetez, commander, vends, boutique, comprando, loja, 販売, 購入"),
        (PromotionConcept.Claim, "claim, claiming, redeem, unlock, grab, collect, secure"),
        (PromotionConcept.Contact, "whatsapp, telegram, dm, dms, inbox, contact, tg, dm me, dm us, message me, text me, reach out, hit me, write me, kontakt, contacto, contacta, contactez, contato"),
        (PromotionConcept.TryIt, "try, download, install, explore, discover, check out, check it, get started, learn more, find out, see how, take a, read more, visit, tune in, tap, click, swipe, dive in, jetzt, probier, descarga, descubre, prueba, essayez, découvrez, téléchargez, baixe, descubra, confira"),
        (PromotionConcept.Here, "bio, below, profile, link, links, linktree, in bio, click here, right here, hier, aquí, ici, aqui"),
        (PromotionConcept.Referral, "referral, refer, invite, invites, affiliate, ref, referrals, promo, sponsor, my code, my link, use code, with code"),
    ];

    private static (PromotionConcept Concept, string Words)[] Goods() =>
    [
        (PromotionConcept.Giveaway, "giveaway, giveaways, raffle, winner, winners, prize, prizes, contest, sweepstakes, giving away, give away, win a, to win, gewinnspiel, verlosung, sorteo, concours, sorteio, 抽選, プレ"),
        (PromotionConcept.Whitelist, "wl, whitelist, whitelisted, allowlist, gtd, fcfs, presale, pre-sale, wls"),
        (PromotionConcept.Mint, "mint, minting, mints, minted, nft, nfts, collection, collectible, collectibles, opensea, drop"),
        (PromotionConcept.Airdrop, "airdrop, airdrops"),
        (PromotionConcept.Wallet, "wallet, wallets, address, evm, sol, eth"),
        (PromotionConcept.Price, "price, prices, pricing, priced, cost, costs, save, savings, saving, paid, pay, payment, per month, money back, preis, precio, prix, preço, 円"),
        (PromotionConcept.Discount, "discount, discounts, coupon, deal, deals, offer, offers, exclusive, limited, bonus, voucher, code, codes, off, free trial, black friday, rabatt, gutschein, angebot, descuento, oferta, cupón, remise, réduction, promo, desconto, 限定, 割引"),
        (PromotionConcept.Free, "free, gratis, kostenlos, gratuit, gratuitement, gratuito, grátis, freebie, 無料"),
        (PromotionConcept.Earn, "earn, earned, earning, earnings, rewards, reward, points, profit, profits, profitable, income, cashback, yield, apy, roi, passive, verdienen, gana, gagner, gagnez, ganhe, 稼ぐ"),
        (PromotionConcept.Token, "token, tokens, ticker, coin, coins, memecoin, ca, deploy, supply, symbol, crypto, btc, bitcoin, solana, ethereum"),
        (PromotionConcept.Product, "platform, app, apps, tool, tools, product, products, protocol, api, plugin, service, services, software, brand, brands, agency, business, clients, customers, users, marketplace, ecosystem"),
        (PromotionConcept.Lesson, "guide, course, courses, masterclass, tutorial, workflow, template, templates, playbook, ebook, workshop, webinar, bundle, academy, bootcamp, cheat, training"),
        (PromotionConcept.Show, "newsletter, podcast, episode, blog, video, stream, streaming, report, audiobook, book, issue, channel, spaces, space, song, album, single, show, article, thread, kanal, canal, chaîne"),
    ];

    private static (PromotionConcept Concept, string Words)[] Talk() =>
    [
        (PromotionConcept.Launch, "launching, launch, launches, launched, introducing, announce, announcing, excited, thrilled, proud, releasing, release, released, shipped, unveil, unveiling, presenting, meet, new, neu, nuevo, nouveau, novo"),
        (PromotionConcept.Available, "live, available, now live, is live, out now, now available, coming soon, is out, is here, are live, open, erhältlich, disponible, disponível"),
        (PromotionConcept.Partner, "partner, partners, partnered, partnership, partnering, sponsored, sponsors, ad, collab, collaboration, werbung, anzeige, publicidad, publi"),
        (PromotionConcept.Urgency, "hurry, last chance, don't miss, hours, ends, ending, spot, spots, today, tonight, tomorrow, soon, only, minutes, reminder, days, deadline, fast, before, nur, heute, hoy, aujourd'hui, hoje"),
        (PromotionConcept.Hype, "moon, gem, 100x, 1000x, 10x, bullish, alpha, pump, pumping, huge, insane, massive, wild, literally, next, legit, guaranteed, signals, game changer"),
        (PromotionConcept.Best, "best, fastest, easiest, perfect, ultimate, powerful, premium, official, custom, original, handmade, professional, top, amazing, beautiful, high-quality, quality, easy, simple, beste, mejor, meilleur, melhor"),
        (PromotionConcept.We, "we, our, us, we're, we've, we'll, ours, wir, unser, unsere, nosotros, nuestro, nuestra, nous, notre, nos, nosso, nossa"),
        (PromotionConcept.Self, "i, my, i'm, i've, me, mine, i'll, im, ich, mein, meine, mi, mis, mon, ma, mes, meu, minha"),
        (PromotionConcept.You, "you, your, yours, you're, you'll, ur, u, yourself, dein, deine, euch, eure, tu, tus, votre, vos, vous, você, seu, sua"),
        (PromotionConcept.News, "says, said, according, reported, reports, officials, police, president, court, government, announced, breaking, minister, judge, lawsuit, billion, raised, percent, year, years"),
        (PromotionConcept.Opinion, "think, feel, believe, maybe, honestly, people, thought, guess, imo, probably, actually, why, because, wonder, know, should, would, could"),
        (PromotionConcept.Negation, "not, never, no, isn't, can't, won't, doesn't, didn't, wasn't, nobody, nothing"),
        (PromotionConcept.Thanks, "thanks, thank, lol, lmao, haha, congrats, congratulations, happy, gm, gn, love, bro, fr, yes, yeah, ok, danke, gracias, merci, obrigado"),
    ];
}
