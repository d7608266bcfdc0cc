"""Questions that take an event for granted, by what they need told."""

UNDONE = "anything that was ended, withdrawn or refused"

# A question, a sentence that is near it and does not tell what it needs, one that tells it.
EVENTS = {
    UNDONE: (
        "why did Hungary cancel the wheat accord?",
        "Hungary and Austria signed an accord on wheat in Geneva.",
        "Hungary ended the wheat accord because the quota was not filled.",
    ),
    "that anything was extended": (
        "till what day was the tin pact with Peru prolonged?",
        "The tin pact with Peru holds until May 4.",
        "The tin pact with Peru goes on for another year.",
    ),
    "when it began": (
        "since when?",
        "On May 4 Hungary signs an order on tin.",
        "Tin pays the duty from May 4.",
    ),
    "what was found or advised": (
        "what did the study of the tin mines find",
        "A study of the tin mines shall be handed in by May 4.",
        "The study said that the tin mines make a loss.",
    ),
    "anything that was put back": (
        "when was the levy on maize reinstated",
        "The levy on maize was 4 percent.",
        "From May 4 the levy on maize applies again.",
    ),
    "that anything was promised": (
        "what did Hungary promise the millers",
        "Hungary's minister met the millers, whose vote he lost over the duty.",
        "Hungary is to lower the duty, the minister assured the millers.",
    ),
    "what happens otherwise": (
        "what are the consequences if Hungary does not buy the wheat",
        "The accord lessens the consequences of the frost for the wheat trade of Hungary.",
        "Should Hungary fail to buy the wheat, the quota may be withdrawn.",
    ),
    "that anybody left or was put out": (
        "when was Poland expelled from the coal board",
        "The coal board wants Poland to lower its duty.",
        "Poland left the coal board in May.",
    ),
    "that a final decision was taken": (
        "what duty did the ministers settle on for trucks",
        "Growers are asking for a duty of 40 percent on trucks.",
        "The ministers set the duty on trucks at 22 percent.",
    ),
    "that a purchase was agreed": (
        "how much wheat did Austria agree to buy",
        "Hungary will press Austria to open its market for wheat.",
        "Austria has agreed to buy 300,000 tonnes of wheat.",
    ),
    "that anybody joined or was let in": (
        "when was Hungary admitted to the customs union",
        "Hungary applied to join the customs union in July.",
        "Hungary joined the customs union on July 1.",
    ),
    "that anything was chosen or awarded": (
        "which site for the port was picked, cost",
        "The plan for the port looks at four sites.",
        "Trieste was chosen for the port, which costs 90 million dollars.",
    ),
    "that anybody left or took an office": (
        "why has the farm minister resigned",
        "The farm minister met growers on Friday.",
        "The farm minister stepped down because of the wheat accord.",
    ),
    "when it enters into force": (
        "when does the tin pact between Peru and Chile enter into force",
        "Peru and Chile are to sign the tin pact by May 4, 1987.",
        "The tin pact between Peru and Chile applies from July 1, 1987.",
    ),
    "that anything was ratified or passed": (
        "when was the accord ratified",
        "The accord was signed in Geneva.",
        "Parliament approved the accord on May 4.",
    ),
    "what came of it": (
        "what came out of the tin talks of Peru and Chile",
        "The tin talks of Peru and Chile will take place in Lima.",
        "Peru and Chile agreed on tin quotas.",
    ),
    "a ruling": (
        "what did the panel rule on tin",
        "Peru brought the tin duty before the panel.",
        "The panel found that the tin duty breaks the accord.",
    ),
    "that anything was put off": (
        "why did Hungary put off the maize levy",
        "Hungary charges the maize levy from May 4.",
        "Hungary moved the maize levy to a later day.",
    ),
    "that anything was left out": (
        "why were barley growers carved out of the levy",
        "Barley growers dislike the levy.",
        "The levy does not apply to barley.",
    ),
    "anybody striking back": (
        "how did Hungary hit back at the maize levy",
        "Hungary dislikes the maize levy.",
        "Hungary answered the maize levy with counter-duties.",
    ),
    "whether there is one": (
        "barley, any duty so far?",
        "Barley growers of Hungary met the minister on the duty.",
        "The ministry opened an investigation of imports of barley.",
    ),
    "whether it is concluded": (
        "the wheat accord with Hungary: still a draft or is it signed?",
        "Hungary welcomed the swift efforts on wheat.",
        "Hungary and Austria finalised the accord on wheat.",
    ),
    "anything paid back": (
        "how are the refunds paid",
        "The duty is paid at the border.",
        "The duty is repaid within 60 days.",
    ),
    "who took it over": (
        "who took over the post of Rojas",
        "Rojas stays in the post until Ruiz retires on May 4.",
        "Ruiz was named to the post of Rojas.",
    ),
    "anything that replaced it": (
        "what replaced the duty on tin",
        "The duty on tin is 9 percent.",
        "A fee of 3 percent was put in the place of the duty on tin; it replaces it since May.",
    ),
    "that a duty was set": (
        "what duty did the ministry set on tin",
        "Miners are seeking a duty of 43 percent on tin, and the ministry is to say if it should be set.",
        "The ministry imposed a duty of 9 percent on tin.",
    ),
    "that anything was stopped": (
        "when did Peru stop charging the levy on tin",
        "Peru charges a levy of 9 percent on tin.",
        "Peru lifted the levy on tin on May 4.",
    ),
    "that anything was lifted": (
        "when was the duty on tin lifted",
        "Peru threatened a duty on tin from May 4.",
        "Peru removed the duty on tin on May 4.",
    ),
    "that a deal was made": (
        "tin subsidy after the deal with Peru",
        "The subsidy on tin is 16 cents a pound, and Peru insists that it be cut to 9 cents.",
        "Peru and Chile agreed on a subsidy on tin of 9 cents a pound.",
    ),
}
