namespace EngageBot.Unanswered.Kinds;

/// <summary>The cues: words, pairs of words, and with a star the first five letters of words.</summary>
internal static class KindCueWords
{
    public static readonly (KindCue Cue, string Words)[] Lists =
    [
        (
            KindCue.Crisis,
            "suici*, suíci*, myself, die, dead, to live, wanna live, alive, to exist, living, my life, own life, on life, his life, her life, their life, hate my, go on, "
            + "going on, without me, never born, overdose, overdosed, self-harm, self-harming, self-harmed, harming, miss me, end it, passed away, died, "
            + "killed, dying, funeral, miscarriage, miscarried, loss, lost my, cancer, hospice, abuse, abused, abusive, raped, assault, assaulted, hits me, "
            + "beats me, hit me, beat me, panic attack, panic attacks, breakdown, depressed, depression, worthless, hopeless, empty inside, grieving, "
            + "mourning"),
        (
            KindCue.Crisis,
            "umbringen, das leben, selbstmord, suizid, leben, sterben, gestorben, verstorben, tot, beerdigung, trauer, trauerfall, ritze, matarme, "
            + "quitarme, vivir, viviendo, morir, morirme, murió, muerto, falleció, fallecio, me tuer, mourir, en finir, vivre, décéd*, mort, morte, "
            + "enterrement, deuil, me matar, morrer, viver, faleceu, morreu, luto, 死に, 自殺, 消え, 亡く, 生き, リス, 葬式, morire, uccidermi, zelfm*, overleden, "
            + "samob*, самоу*, жить, умер, умерла, 自杀, 想死, 자살, 죽고, 죽고싶어"),
        (
            KindCue.Quarrel,
            "fuck, fucki*, stfu, gtfo, kys, shut up, shut the, shut your, to hell, kill yourself, hang yourself, piss off, screw you, how dare, insul*, "
            + "haras*, bullying, attacking, mocking, belit*, threatening, personal attack, personal attacks, leave me, get lost, your mouth, your language, "
            + "your tone, your mom, your mother, your mum, your mama, ur mom, yo mama, ur mother, wrong with, you people, be rude"),
        (
            KindCue.Quarrel,
            "idiot, idiots, idiot*, moron, morons, asshole, assholes, arseh*, stupid, pathetic, clown, clowns, liar, liars, troll, trolls, trolling, "
            + "retar*, dumb, dumba*, ignorant, toxic, disgu*, loser, losers, imbec*, jerk, jerks, an ass, prick, pricks, dick, dicks, dickh*, bitch, "
            + "bitch*, cunt, cunts, scum, trash, coward, cowards, racist, racists, nazi, nazis, fool, fools, insane, delus*, twat, twats, wanker, wankers, "
            + "bastard, bastards, rude, shit, crap, full of, deaf, blind, dense, mental, thick, lying, you little, you damn, you bloody, you absolute, you "
            + "complete, misera*"),
        (
            KindCue.Quarrel,
            "fresse, maul, klappe, arschloch, hurensohn, volli*, volld*, fick, fickt, verpi*, leck, depp, deppen, spinner, lügner, dumm, blöd, besch*, "
            + "läche*, peinlich, estúp*, estup*, imbéc*, mentiroso, mentirosa, mentirosos, mentirosas, gilip*, pendejo, pendeja, pendejos, pendejas, "
            + "cabrón, cabron, cabrones, hijo de, de puta, la mierda, cállate, te jodan, idiote, abruti, menteur, menteuse, connard, connasse, ta gueule, "
            + "va te, ferme, ferme-la, ferme-ta, enculé, dégage, burro, burra, otário, otária, cala a, cale a, se foder, se ferrar, tomar no, da puta, "
            + "babaca, 死ね, 黙れ, うる, 馬鹿, バカ, 消え, クズ, 嘘つ, ふざ"),
        (
            KindCue.Scam,
            "nitro, seed phrase, recovery phrase, secret phrase, private key, private keys, wallet, wallets, airdr*, givea*, gift card, gift cards, "
            + "giftc*, give away, giving away, give out, giving out, day, daily, week, weekly, month, hour, hr, guara*, double your, doubling your, forex, bitco*, btc, crypto, binary option, "
            + "binary options, passive income, financial freedom, from home, inves*, hacker, hackers, whatsapp, telegram, signal, t.me, wa.me, income, "
            + "cash, hustle, sugar, onlyf*, nudes, leaked, reported you, reported your, everyone free, everyone http, free nitro, make money, earn money, making money, made money, earning "
            + "money, easy money, quick money, fast money, extra money, money online, money from, money fast, lost funds, stolen funds, lost crypto, people to, people who, people that, persons to, users to, "
            + "recover my, recover your, recover the, recovery of"),
        (
            KindCue.Scam,
            "dm me, pm me, msg me, message me, text me, inbox me, contact me, write me, hit me, slide into, slide in, dm us, message us, contact us, "
            + "write us, pm us, text us, inbox us, write to, message to, reach me, add me, a dm, a pm, private message, direct message, friend request, dm "
            + "for, dm to, dms open, dms are, dm is, dms is, dm open, dm are, my dm, my dms, inbox, my bio, my profile, to my, into my, for details"),
        (
            KindCue.Scam,
            "geld, einkommen, gewinn, schre*, pro tag, am tag, per pn, per dm, dinero, gana, ganar, ganas, ingresos, escrí*, escri*, privado, pv, día, "
            + "dia, háblame, hablame, argent, revenu, revenus, écris*, écriv*, ecris*, conta*, mp, jour, gagne*, envoie*, envoi*, dinheiro, ganhe, ganhar, "
            + "ganha*, renda, lucro, me chama, me chame, me chamem, 副業, 稼げ, 稼ぎ, 稼ぐ, 稼い, 月収, 日給, dm くだ, dm 下さ, dm まで, dm して, line 追加, 不労, 投資"),
        (
            KindCue.Complaint,
            "suck, sucks, sucked, trash, garbage, terri*, awful, horri*, horre*, useless, joke, disgr*, toxic, worst, ridic*, unacc*, pathetic, scam, rip "
            + "off, rip-off, ripoff, incompetent, unpro*, biased, unfair, disgu*, disap*, refund, money back, my money, our money, me money, us money, fed "
            + "up, frust*, unhappy, dissa*, ashamed, power trip, power tripping, power-trip, power-tripping, leaving this, quitting this, done with, sick "
            + "of, ever answers, ever answer, ever replies, ever reply, ever helps, ever help, ever responds, ever respond, of money, my subscription, my "
            + "membership, my account, my order, my pledge, false advertising, complaint, abuse, abuses, abusing, ignore, ignores, ignored, ignoring, "
            + "banned, ban me, banning, deleting, delete my, deleted, do nothing, does nothing, never answer, never reply, never respond, never help, never "
            + "do, removing, removed, muting, muted, ruined, rude, dead, mess, crap, shit, poor"),
        (
            KindCue.Complaint,
            "schle*, unver*, frech*, geld zurück, enttä*, beschweren, beschwerde, saftl*, unzum*, katas*, pésim*, pesim*, devué*, reemb*, decep*, vergü*, "
            + "estafa, queja, inace*, nul, nulle, pourri, pourrie, déplo*, inadm*, inacc*, rembo*, déçu, déçue, déçus, déçues, honte, honteux, plaindre, "
            + "péssi*, pessi*, vergo*, recla*, 最悪, 返金, ひど, 酷い, 遅い, 悪い, クレ, 許せ"),
        (
            KindCue.Invitation,
            "join us, join me, join our, to join, joining, who wants, else wants, anyone wants, anyone want, anybody want, anyone else, else want, "
            + "someone want, anyone wanna, who wanna, wanna, anyone up, anyone down, who's up, up for, down for, keen, fancy, fancies, interested in, anyone interested, anyone "
            + "coming, anyone in, invited, welcome to, hop in, hop on, hop into, jump in, jump into, jump on, come on, come in, let's, lets, meetup, "
            + "meetups, meet up, hosting, organ*, throwing, rsvp, game night, movie night, quiz night, trivia night, pub night, watch party, the date, "
            + "looking for, lfg, who's in, who's coming, is coming, is in, is joining, who's joining"),
        (
            KindCue.Invitation,
            "lust, einge*, willk*, kommt, wer ist, wer macht, wer will, treffen, invit*, apunta, apuntan, se une, se anima, quiere jugar, quiere unirse, "
            + "quiere quedar, quiere venir, quiere participar, quedamos, vengan, únanse, qui veut, qui vient, qui est, qui serait, bienv*, rejoi*, retro*, "
            + "vous dit, venez, quem quer, quem topa, quem vem, quem anima, quem se, quem bora, convi*, bora, junte*, venham, 一緒, 募集, 参加, 来ま, やり, 飲み"),
        (
            KindCue.AskingElsewhere,
            "haltet ihr, meint ihr, sagt ihr, kann mir, kann jemand, kann wer, weiß jemand, weiss jemand, weiß wer, weiss wer, parece, opina, opinan, "
            + "opináis, opinas, acham, acharam, pensez, dites, vos avis, retours, hilfe, wie kann, wie mache, wie bekomme, wie installiere, alguien sabe, "
            + "alguien puede, alguém sabe, alguém pode, quelqu'un, necesito ayuda, cómo puedo, ayúde*, ayude*, me pueden, me puede, me puedes, d'aide, "
            + "puis-je, comment faire, comment je, aidez*, m'aider, preciso de, como posso, como faço, me ajudar, me ajuda, me ajude, me ajudem, 教え, 助け, "
            + "困っ, わか, フィ, 感想, 意見, どう"),
        (
            KindCue.ShowingElsewhere,
            "neu hier, ich heiße, ich bin, soy, llamo, chamo, sou, suis, m'appelle, nouve*, 初め, はじ, 申し, gebaut, gebastelt, programmiert, gedruckt, "
            + "ferti*, erstes projekt, neues projekt, neuestes projekt, acabo de, acabei de, primer proyecto, nuevo proyecto, meu primeiro, meu novo, "
            + "primeiro projeto, mon premier, premier projet, j'ai, 作り, 作っ, 完成"),
    ];
}
