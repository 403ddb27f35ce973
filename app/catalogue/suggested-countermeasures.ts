import { deepFreeze } from "./freeze";

/**
 * What a zone can put around a product that does not meet a row by itself (IEC 62443-4-2 CCSC 2), by the number that
 * all families of the standard share. Suggestions of this project in its own words, all of them `recalled`: no standard
 * lists them, nobody is judged by them, and whether one fits is for the person who chooses it. A number that is missing
 * here has none that we would suggest: nothing outside a product stands in for its root of trust.
 */
export const SUGGESTED_COUNTERMEASURES: Readonly<Record<string, ReadonlyArray<string>>> = deepFreeze({
  "1.1": [
    "The product is reached only through a jump host of the zone where every person signs in with an account of their own.",
    "The room is open to named staff only, and access to it is recorded.",
  ],
  "1.2": [
    "The switch port admits the product by IEEE 802.1X or, where it cannot take part, by a fixed port in a segment of its own; its partners accept nothing from elsewhere.",
  ],
  "1.3": ["Accounts are kept in the directory of the jump host before the product and taken back there."],
  "1.4": ["A register outside the product says which person stands behind which shared identifier and when."],
  "1.5": [
    "Credentials of the product are kept in the vault of the zone and changed after every use by a supplier.",
  ],
  "1.6": [
    "Radio is admitted by the wireless controller of the zone with certificates, in a network of its own.",
  ],
  "1.7": ["The jump host before the product enforces the strength and age of passwords."],
  "1.8": ["A gateway of the zone that takes part in the PKI speaks TLS on behalf of the product."],
  "1.9": ["A gateway of the zone checks certificates, with revocation, on behalf of the product."],
  "1.10": ["The screen is placed so that nobody but the person who signs in sees it."],
  "1.11": [
    "The jump host or gateway before the product locks an account after failed attempts and reports it.",
  ],
  "1.12": ["The jump host before the product shows the notice; a label at the device repeats it."],
  "1.13": [
    "Access from untrusted networks ends at the remote-access gateway of the hospital, which approves, limits and records every session.",
  ],
  "1.14": ["A tunnel of the zone with keys of its own protects the link between both ends."],
  "2.1": [
    "The gateway before the product lets each role reach only the functions and ports that it needs.",
    "The function that cannot be restricted is reachable only at the device, in a room open to named staff.",
  ],
  "2.2": [
    "The wireless controller of the zone lets only named devices in and watches for foreign access points.",
  ],
  "2.4": [
    "Content is checked at a proxy of the zone, which lets no executable content through to the product.",
  ],
  "2.5": ["The session locks at the jump host, or the room is locked whenever nobody attends the device."],
  "2.6": ["The remote-access gateway of the hospital ends sessions by time, when idle, and on demand."],
  "2.7": ["The gateway before the product limits how many sessions can be open at once."],
  "2.8": ["A sensor or gateway of the zone records sign-ins and connections to the product and keeps them."],
  "2.9": ["Events are forwarded at once to the log collector of the zone, which has the room and warns."],
  "2.10": ["The log collector of the zone raises an alert when the product falls silent."],
  "2.11": [
    "The log collector of the zone adds the time of arrival from the time source of the hospital.",
    "The clock is compared with the time source of the hospital at every maintenance and the result is written down.",
  ],
  "2.12": ["The jump host before the product records sessions with the person who acted."],
  "2.13": [
    "Test and service ports are sealed or behind a locked cover, and seals are looked at on every round.",
  ],
  "3.1": [
    "Traffic of the product runs in a VPN or TLS tunnel between gateways of the zone, or in a closed segment.",
  ],
  "3.2": [
    "Files reach the product only through a scanner of the zone; removable media are checked at a station first.",
    "The segment of the product admits only listed flows, and a passive sensor watches it for malware.",
  ],
  "3.3": [
    "Security functions are tested at every maintenance by a written procedure, and the result is kept.",
  ],
  "3.4": [
    "A management server of the zone compares checksums of software and settings and raises an alert when they differ.",
  ],
  "3.5": [
    "A gateway or interface engine of the zone checks messages against their format before they reach the product.",
  ],
  "3.6": ["An independent device puts the output into its safe state; staff are told by an alarm."],
  "3.7": ["A proxy of the zone withholds error pages and details from everybody but service staff."],
  "3.8": ["A reverse proxy of the zone holds the sessions and lets only its own through."],
  "3.9": [
    "Events are forwarded at once to a log collector of the zone on which nobody who uses the product has rights.",
  ],
  "3.10": [
    "A firewall of the zone filters what exploits known weaknesses of the product until the supplier has exchanged it.",
    "The supplier updates on site; media are checked for origin and malware before they are connected.",
  ],
  "3.11": ["The device stands in a locked room or cabinet; seals are looked at on every round."],
  "3.14": [
    "The device stands in a locked cabinet, and its software version and checksum are compared after every start.",
  ],
  "4.1": [
    "Traffic of the product runs in an encrypted tunnel between gateways of the zone.",
    "Stored data lie on an encrypted volume of the host, or the device is kept under lock.",
  ],
  "4.2": [
    "Storage is taken out and destroyed, or erased with a tool of the hospital, before the device leaves the house.",
  ],
  "4.3": ["The link is wrapped into a tunnel of the zone that uses recognised algorithms and key lengths."],
  "5.1": [
    "The boundary device of the zone allows only the flows of the installation guide and denies everything else.",
  ],
  "5.2": ["A firewall of the zone stands before the product and denies whatever is not listed."],
  "5.3": ["The firewall of the zone lets no e-mail, chat or similar messaging through."],
  "6.1": [
    "Events are collected by the log collector of the zone, where authorised people and tools read them.",
  ],
  "6.2": [
    "A passive sensor of the zone watches the traffic of the product around the clock and reports to the SIEM.",
  ],
  "7.1": ["The boundary device of the zone limits rate and connections towards the product."],
  "7.2": [
    "Scans and updates run at times agreed with the ward; the network of the zone limits what they may use.",
  ],
  "7.3": [
    "Settings and data are saved by a server of the zone, or by hand after every change, and kept elsewhere.",
  ],
  "7.4": ["A spare device and a written procedure bring the function back within the time that care allows."],
  "7.6": [
    "Settings are kept in the configuration register of the hospital and compared at every maintenance.",
  ],
  "7.7": ["The boundary device of the zone blocks the services that cannot be switched off in the product."],
  "7.8": ["The asset inventory of the hospital lists the components from the supplier's SBOM."],
});
